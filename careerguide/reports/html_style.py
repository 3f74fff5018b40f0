"""The style sheet of HTML reports: calm on a screen, readable on a phone, and clean on paper."""

STYLE = """
:root { color: #1b2430; background: #fff; font: 16px/1.5 system-ui, "Segoe UI", "Helvetica Neue", "Noto Sans", sans-serif; }
body { max-width: 52rem; margin: 0 auto; padding: 1rem 1.25rem 3rem; overflow-wrap: break-word; }
header, footer { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2rem; color: #566173; font-size: .875rem; }
header { border-bottom: 1px solid #dde1e7; align-items: center; }
footer { border-top: 1px solid #dde1e7; margin-top: 2rem; }
.centre { display: flex; align-items: center; gap: .75rem; font-weight: 600; color: #1b2430; }
.centre img { max-height: 3rem; max-width: 12rem; }
h1, h2, h3, h4 { line-height: 1.25; color: #12355b; margin: 1.75rem 0 .5rem; }
h1 { font-size: 1.9rem; margin-top: 1.25rem; }
h2 { font-size: 1.2rem; }
h2.title { font-size: 1.6rem; }
h3 { font-size: 1.1rem; }
h4 { font-size: 1rem; }
.title + .caption { margin-top: -.25rem; }
p { margin: .5rem 0; max-width: 70ch; }
.strong { font-weight: 600; }
.caption, .note, figcaption { color: #566173; font-size: .875rem; font-weight: 400; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin: 1rem 0; }
.facts > div { background: #f3f6fa; border-radius: .5rem; padding: .75rem 1rem; }
.facts dt { color: #566173; font-size: .875rem; }
.facts dd { margin: 0; font-weight: 700; font-size: 1.15rem; line-height: 1.3; }
.facts dd.note { font-weight: 400; font-size: .875rem; }
.columns { display: grid; gap: 0 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 46rem / var(--columns)), 1fr)); }
.columns > div { min-width: 0; }
figure { margin: .75rem 0; }
.picture, .table { overflow-x: auto; }
.picture svg { display: block; }
.picture:focus-visible, a:focus-visible, summary:focus-visible { outline: 2px solid #0b63c4; outline-offset: 2px; }
details { margin: .5rem 0; }
summary { color: #0b63c4; cursor: pointer; font-size: .875rem; }
a { color: #0b63c4; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; font-size: .9375rem; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #dde1e7; }
thead th { color: #566173; font-weight: 600; font-size: .875rem; vertical-align: bottom; }
tbody th { font-weight: 400; }
.figure { text-align: right; font-variant-numeric: tabular-nums; }
.scores th, .scores td { border: none; vertical-align: bottom; }
.bar { display: block; height: .4rem; margin-top: .2rem; border-radius: .2rem; background: #e6eaf0; }
.bar span { display: block; height: 100%; border-radius: .2rem; background: #12355b; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
ul { margin: .5rem 0; padding-left: 1.25rem; max-width: 70ch; }
.qr { display: flex; flex-wrap: wrap; align-items: center; gap: 1rem; margin: 1.5rem 0; }
@media print {
  :root { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  h1, h2, h3, h4, caption, thead { break-after: avoid; }
  figure, tr, .facts, .qr, .columns > div, li { break-inside: avoid; }
  .break { break-before: page; }
  .picture { overflow: visible; }
  .picture svg { max-width: 100%; height: auto; }
  .facts > div, .bar, .bar span { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  details { display: none; }
}
""".strip()
