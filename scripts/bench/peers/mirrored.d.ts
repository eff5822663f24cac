export function mirrored(word: string): string
