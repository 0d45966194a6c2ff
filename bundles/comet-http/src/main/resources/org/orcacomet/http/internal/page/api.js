// Shows the description of the wire, as the service serves it.
import {element, notice, prose, say, show, spans, table} from './elements.js';
import {file, showVersion} from './service.js';

const METHODS = ['get', 'head', 'post', 'delete'];

let description;

/** What this says, or what it refers to. */
function resolve(node) {
  if (!node.$ref) {
    return node;
  }
  const found = node.$ref.slice(2).split('/').reduce((at, step) => at[step.replaceAll('~1', '/')], description);
  return resolve({...found, ...without(node, '$ref')});
}

function without(object, member) {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== member));
}

function calls(tag) {
  return Object.entries(description.paths).flatMap(([path, item]) => METHODS
    .filter((method) => item[method]?.tags.includes(tag))
    .map((method) => ({path, method: method.toUpperCase(), ...item[method]})));
}

function page() {
  const {info, tags, components} = description;
  return element('div', {class: 'api'},
    element('div', {class: 'heading'}, element('h1', {}, `${info.title} API, version ${info.version}`), openAll()),
    ...prose(info.description),
    element('p', {}, 'This is ', element('a', {href: '/openapi.json'}, 'openapi.json'), ' (OpenAPI 3.1), to be read by people.'),
    ...tags.flatMap((tag) => [element('h2', {id: tag.name}, title(tag.name)), ...prose(tag.description), ...calls(tag.name).map(call)]),
    element('h2', {id: 'schemas'}, 'Schemas'),
    ...Object.entries(components.schemas).map(schema));
}

function title(word) {
  return word[0].toUpperCase() + word.slice(1);
}

function openAll() {
  const button = element('button', {type: 'button'}, 'Open all');
  button.addEventListener('click', () => document.querySelectorAll('details').forEach((one) => {
    one.open = true;
  }));
  return button;
}

function folded(id, summary, ...contents) {
  return element('details', {id}, element('summary', {}, ...summary), element('div', {class: 'contents'}, ...contents));
}

function call(operation) {
  const head = [element('span', {class: `method ${operation.method}`}, operation.method),
    element('code', {class: 'path'}, operation.path), element('span', {class: 'what'}, operation.summary)];
  return folded(operation.operationId, head,
    ...(operation.description ? prose(operation.description) : []),
    ...allowed(operation.security),
    ...parameters(operation),
    ...body(operation.requestBody),
    element('h3', {}, 'Answers'),
    responses(operation));
}

function allowed(ways) {
  if (!ways.length) {
    return [element('p', {}, 'For anybody.')];
  }
  const told = ways.map((way) => Object.keys(way).map(scheme).join(' and ') || 'nothing');
  return [element('p', {}, 'Takes ', ...spans(told.join('; or ')), '.')];
}

function scheme(name) {
  const {type, in: where, name: called} = description.components.securitySchemes[name];
  return type === 'mutualTLS' ? 'a trusted certificate' : `the ${where === 'query' ? 'parameter' : where} \`${called}\``;
}

function parameters({operationId, parameters: references = []}) {
  const rows = references.map(resolve).map(({name, in: where, required, description: text = '', schema: of}) => [
    element('code', {}, name),
    where + (required ? ', required' : ''),
    type(of),
    element('span', {}, ...spans(text))]);
  return rows.length ? [element('h3', {}, 'Parameters'), table(`Parameters of ${operationId}`, ['Name', 'Where', 'Type', 'What it is'], rows)] : [];
}

function body(request) {
  if (!request) {
    return [];
  }
  const contents = Object.entries(request.content).map(([media, {schema: of}]) =>
    element('p', {}, element('code', {}, media), ': ', type(of)));
  return [element('h3', {}, 'Body'), ...(request.description ? prose(request.description) : []), ...contents];
}

function responses({operationId, responses: byStatus}) {
  const rows = Object.entries(byStatus).map(([status, reference]) => {
    const {description: text, headers = {}, content = {}} = resolve(reference);
    return [status,
      element('span', {}, ...spans(text)),
      element('span', {}, ...list(Object.keys(headers).map((header) => element('code', {}, header)))),
      element('div', {}, ...Object.entries(content).map(([media, {schema: of}]) =>
        element('p', {}, element('code', {}, media), ' ', valueOf(of))))];
  });
  return table(`Answers of ${operationId}`, ['Status', 'When', 'Headers', 'Body'], rows);
}

function list(elements) {
  return elements.flatMap((one, index) => index ? [', ', one] : [one]);
}

/** What is in the envelope: the rest of it is said once. */
function valueOf(schemaOf) {
  const value = schemaOf.properties?.value;
  return value ? element('span', {}, 'value: ', type(value)) : schemaOf.allOf ? '' : type(schemaOf);
}

/** A type in a few words, with links to what has a name. */
function type(of) {
  if (of.$ref) {
    const called = of.$ref.split('/').at(-1);
    return element('a', {href: `#schema-${called}`}, called);
  }
  if (of.anyOf) {
    return element('span', {}, ...of.anyOf.flatMap((one, index) => index ? [' or ', type(one)] : [type(one)]));
  }
  if (of.enum || 'const' in of) {
    return element('span', {}, ...list((of.enum ?? [of.const]).map((one) => element('code', {}, JSON.stringify(one)))));
  }
  if (of.type === 'array') {
    return element('span', {}, 'array of ', type(of.items));
  }
  if (of.properties) {
    return element('span', {}, '{ ', ...list(Object.entries(of.properties).map(([member, inner]) => element('span', {},
      element('code', {}, of.required?.includes(member) ? member : `${member}?`), ': ', type(inner)))), ' }');
  }
  if (typeof of.additionalProperties === 'object') {
    return element('span', {}, 'object of ', type(of.additionalProperties));
  }
  return element('span', {}, [of.type].flat().join(' or ') + limits(of));
}

function limits(of) {
  const said = [
    'minimum' in of && `from ${of.minimum}`, 'maximum' in of && `to ${of.maximum}`,
    of.minLength > 1 && `at least ${of.minLength} characters`, of.maxLength && `at most ${of.maxLength} characters`,
    'default' in of && `${of.default} if not given`, of.maxProperties === 0 && 'without members', of.format].filter(Boolean);
  return said.length ? ` (${said.join(', ')})` : '';
}

function schema([called, of]) {
  const members = Object.entries(of.properties ?? {}).map(([member, inner]) => [
    element('code', {}, member),
    of.required?.includes(member) ? 'always' : 'perhaps',
    type(inner),
    element('span', {}, ...spans(inner.description ?? ''))]);
  return folded(`schema-${called}`, [element('span', {class: 'path'}, called)],
    ...(of.description ? prose(of.description) : []),
    members.length ? table(called, ['Member', 'There', 'Type', 'What it is'], members) : element('p', {}, type(of)),
    ...(of.pattern ? [element('p', {}, 'Matches ', element('code', {}, of.pattern))] : []));
}

/** Opens what the address names. */
function openTarget() {
  const target = document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) {
    target.open = true;
    target.scrollIntoView();
  }
}

async function go() {
  showVersion();
  try {
    description = await file('/openapi.json');
    show('COMET: API', page());
    say('The description is shown.');
    openTarget();
  } catch (refusal) {
    show('COMET: API', notice('The description cannot be shown.', element('p', {}, `${refusal.message}. Load the page again.`)));
    say('The description cannot be shown.');
  }
}

addEventListener('hashchange', openTarget);
go();
