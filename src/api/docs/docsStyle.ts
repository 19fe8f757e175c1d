/** The look of the documentation page, light or dark as the reader's system is. */
export const docsStyle = `
:root { color-scheme: light dark; --line: light-dark(#d5d9de, #3a4046); --soft: light-dark(#f4f6f8, #24282c); }
body { margin: 0 auto; max-width: 64rem; padding: 1rem; font: 16px/1.5 system-ui, sans-serif; }
h2 { margin: 2rem 0 0; }
h4 { margin: 1rem 0 0.25rem; }
#filter { width: 100%; box-sizing: border-box; padding: 0.5rem; font: inherit; }
details { border: 1px solid var(--line); border-radius: 4px; margin: 0.5rem 0; padding: 0 0.75rem; }
summary { cursor: pointer; padding: 0.5rem 0; overflow-wrap: anywhere; }
details[open] { padding-bottom: 0.75rem; }
summary b { display: inline-block; min-width: 4.5em; font-size: 0.85em; }
.get { color: light-dark(#0b5cad, #7db8f5); }
.post { color: light-dark(#1a6b34, #7fd49a); }
.patch { color: light-dark(#855000, #e5b567); }
.delete { color: light-dark(#b3261e, #f2a09b); }
code, pre { font: 0.875em/1.5 ui-monospace, monospace; }
pre { background: var(--soft); border-radius: 4px; margin: 0.25rem 0; padding: 0.75rem; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
td { border-top: 1px solid var(--line); padding: 0.25rem 0.75rem 0.25rem 0; vertical-align: top; }
`
