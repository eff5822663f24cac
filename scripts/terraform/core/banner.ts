/** How every file written here begins to say so. */
export const bannerStart = 'Written by npm run terraform from '

/** The line at the head of a file: what it was written from. */
export const banner = (source: string): string => `${bannerStart}scripts/terraform/${source}; edit that.`
