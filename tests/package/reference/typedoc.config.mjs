/** The names by which the modules are imported. */
const NAMES = {
  index: 'bx24-contact-card',
  slim: 'bx24-contact-card/slim',
  'bx24-contact-card': 'bx24-contact-card/bx24-contact-card.js',
};

const declarations = Object.keys(NAMES).map((name) => `../../../pkg-template/${name}.d.ts`);

/** @type {import('typedoc').TypeDocOptions & import('typedoc-plugin-markdown').PluginOptions} */
export default {
  plugin: ['typedoc-plugin-markdown'],
  entryPoints: declarations,
  readme: 'none',
  router: 'module',
  pageTitleTemplates: { module: ({ rawName }) => `\`${NAMES[rawName]}\`` },
  sort: ['source-order'],
  groupOrder: ['Functions', 'Classes', 'Interfaces', 'Type Aliases'],
  disableSources: true,
  excludeExternals: true,
  excludeNotDocumented: true,
  excludeReferences: true,
  treatWarningsAsErrors: true,
  // The tests of the types compile them.
  skipErrorChecking: true,
  expandObjects: true,
  // Headings of one name get other numbers elsewhere.
  useHTMLAnchors: true,
  hideBreadcrumbs: true,
  hidePageHeader: true,
  parametersFormat: 'table',
  classPropertiesFormat: 'table',
  interfacePropertiesFormat: 'table',
  typeDeclarationFormat: 'table',
  tableColumnSettings: {
    hideDefaults: true,
    hideInherited: true,
    hideModifiers: true,
    hideOverrides: true,
    hideSources: true,
  },
};
