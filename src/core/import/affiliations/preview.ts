export async function previewAffiliations(_path: string): Promise<any> { throw new Error('todo') }
