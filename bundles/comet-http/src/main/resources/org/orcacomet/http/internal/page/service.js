// Asks the service, with the certificate that the browser shows.

/** What the service, or the way to it, refused. */
export class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** The value that a GET answers; parameters that are undefined or empty are left out. */
export async function ask(path, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  const answer = await fetched(query.size ? `${path}?${query}` : path);
  const body = await parsed(answer);
  if (!answer.ok) {
    throw new Refusal(answer.status, body.message);
  }
  return body.value;
}

/** A file of the service's. */
export async function file(path) {
  return parsed(await fetched(path));
}

async function fetched(target) {
  try {
    return await fetch(target, {cache: 'no-store'});
  } catch {
    throw new Refusal(0, 'no answer');
  }
}

async function parsed(answer) {
  try {
    return await answer.json();
  } catch {
    throw new Refusal(0, 'an answer that is none');
  }
}

/** The service's version, at the top of each page. */
export async function showVersion() {
  try {
    const versions = await ask('/getVersion');
    document.getElementById('version').textContent = `version ${versions['Comet version']}`;
  } catch {
    document.getElementById('version').textContent = '';
  }
}
