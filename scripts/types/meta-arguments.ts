/** How an expression looks once written. */
export const expression = { type: 'string', pattern: '\\$\\{' }

const text = { type: 'string' }

const references = { type: 'array', items: { type: 'string' }, tsType: 'Expression[]' }

/** The arguments that Terraform itself gives to every resource and data source. */
export const metaArguments = {
  count: { anyOf: [{ type: 'integer' }, expression], tsType: 'Value<number>' },
  for_each: { anyOf: [{ type: 'object' }, expression], tsType: 'Value<Record<string, unknown>>' },
  provider: { type: 'string', tsType: 'Expression' },
  depends_on: references,
  lifecycle: {
    title: 'Lifecycle',
    type: 'object',
    properties: {
      create_before_destroy: { type: 'boolean' },
      prevent_destroy: { type: 'boolean' },
      ignore_changes: { anyOf: [{ const: 'all' }, references], tsType: "'all' | Expression[]" },
      replace_triggered_by: references,
      postcondition: {
        type: 'array',
        items: {
          title: 'Condition',
          type: 'object',
          properties: {
            condition: { ...expression, tsType: 'Expression' },
            error_message: { ...text, tsType: 'Value<string>' },
          },
          required: ['condition', 'error_message'],
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
  },
}
