export * from '@pellucid/marshal'
export * from '@pellucid/dis'
