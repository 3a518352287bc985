/** The text of a chosen file, or undefined where it is larger than what is wanted can be. */
export async function readText(
  file: File,
  largestBytes: number,
): Promise<string | undefined> {
  return file.size > largestBytes ? undefined : file.text();
}

/** The bytes of a chosen file in base64, under the same rule. */
export async function readBase64(
  file: File,
  largestBytes: number,
): Promise<string | undefined> {
  if (file.size > largestBytes) return undefined;
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.addEventListener('load', () => {
      const { result } = reader;
      resolve(typeof result === 'string' ? result.split(',')[1] : undefined);
    });
    reader.addEventListener('error', () => {
      reject(reader.error ?? new Error('a file that cannot be read'));
    });
    reader.readAsDataURL(file);
  });
}
