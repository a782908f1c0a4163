// Where things are in the repository.

/** The repository's root folder, as a URL that ends in a slash. */
export const root = new URL('../../../', import.meta.url)
