import fc from 'fast-check';
import { sanitizeHtml } from './sanitize-html.js';

describe('sanitizeHtml', () => {
  it.each([
    ['Wie <b>alt</b> sind Sie?', 'Wie alt sind Sie?', 'Wie <b>alt</b> sind Sie?'],
    ['<p>Eins</p><p>Zwei</p>', 'Eins\nZwei', '<p>Eins</p><p>Zwei</p>'],
    ['Eins<br/>Zwei<BR>Drei', 'Eins\nZwei\nDrei', 'Eins<br>Zwei<br>Drei'],
    ['<ul><li>A</li><li>B</ul>', '• A\n• B', '<ul><li>A</li><li>B</li></ul>'],
    ['H<sub>2</sub>O &amp; mehr&nbsp;&hellip;', 'H2O & mehr …', 'H<sub>2</sub>O &amp; mehr\u00a0…'],
    ['weniger als 5 < 6 und a<b', 'weniger als 5 < 6 und a<b', 'weniger als 5 &lt; 6 und a&lt;b'],
    ['A &lt;b&gt; C', 'A <b> C', 'A &lt;b&gt; C'],
    ['Zeile 1\nZeile 2', 'Zeile 1\nZeile 2', 'Zeile 1<br>Zeile 2'],
    ['Zeile &amp; 1\nZeile 2', 'Zeile & 1\nZeile 2', 'Zeile &amp; 1<br>Zeile 2'],
    ['<p>Zeile 1\nimmer noch</p>', 'Zeile 1 immer noch', '<p>Zeile 1\nimmer noch</p>'],
    ['<a href="https://example.org/a">Mehr</a>', 'Mehr (https://example.org/a)', 'Mehr (https://example.org/a)'],
    ['<a href="https://example.org">https://example.org</a>', 'https://example.org', 'https://example.org'],
    ['<a href="mailto:info@example.org">Schreiben</a>', 'Schreiben (info@example.org)', 'Schreiben (info@example.org)'],
    ['<span style="color:red" onclick="x()">Rot</span>', 'Rot', 'Rot'],
    ['<b onmouseover=alert(1)>Fett</b>', 'Fett', '<b>Fett</b>'],
    ['<img src="x" alt="Karte der Stadt">', 'Karte der Stadt', 'Karte der Stadt'],
    ['<i>offen <b>beides', 'offen beides', '<i>offen <b>beides</b></i>'],
    ['<table><tr><td>A</td><td>B</td></tr><tr><td>C</td></tr></table>', 'A B\nC', 'A B<br>C'],
    ['<h2>Über Sie</h2>Wie <div>alt</div>sind Sie?', 'Über Sie\nWie\nalt\nsind Sie?', 'Über Sie<br>Wie<br>alt<br>sind Sie?'],
    ['<div>Eins</div> <div><p>Zwei</p></div><hr>Drei', 'Eins\n\nZwei\nDrei', 'Eins <p>Zwei</p>Drei'],
    ['', '', ''],
  ])('%s', (input, text, html) => {
    expect(sanitizeHtml(input)).toMatchObject({ text, html });
  });

  it.each([
    ['<script>alert(1)</script>Frage', 'Frage', ['script']],
    ['<style>p{}</style>Frage', 'Frage', ['style']],
    ['<svg onload=alert(1)><text>x</text></svg>Frage', 'Frage', ['svg']],
    ['<iframe src="https://example.org"></iframe>Frage', 'Frage', ['iframe']],
    ['Frage<img src=x onerror=alert(1)>', 'Frage', ['img']],
    ['<a href="javascript:alert(1)">Frage</a>', 'Frage', ['a']],
    ['<a href=" data:text/html,x">Frage</a>', 'Frage', ['a']],
    ['<form><input name=a><button>Los</button></form>', 'Los', ['button', 'form', 'input']],
    ['<!--[if IE]><script>x</script><![endif]-->Frage', 'Frage', []],
    ['<scr<script>ipt>alert(1)</scr</script>ipt>', 'ipt>alert(1)ipt>', ['scrscript']],
  ])('leaves out %s', (input, text, dropped) => {
    const result = sanitizeHtml(input);
    expect(result.text).toBe(text);
    expect(result.dropped).toEqual(dropped);
    expect(result.hadMarkup).toBe(true);
  });

  it('takes more markup than any text has as plain text, in time', () => {
    const input = '<b>'.repeat(200_000) + '</i>'.repeat(200_000);
    expect(sanitizeHtml(input)).toMatchObject({ text: input, dropped: ['?'] });
  });

  it('never lets a tag outside the allow-list or an attribute through (2,000 mixtures)', () => {
    const piece = fc.constantFrom('<b', '<script', '<img', '>', '/>', '</b>', '</p>', ' onerror=', '"', "'", '=', 'javascript:', '<', '&lt;', '&#60;script&#62;', '&', '<!--', '-->', '<![CDATA[', ']]>', '<svg>', '<p>', '<li>', '<a href="https://x.org">', '</a>', 'x', ' ', '\n', '<style>', '</style>', '<textarea>', '<plaintext>', '<noscript>', '\0');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { html } = sanitizeHtml(pieces.join(''));
        const withoutAllowed = html.replaceAll(/<\/?(?:b|i|em|strong|br|p|ul|ol|li|sub|sup)>/g, '');
        expect(withoutAllowed).not.toMatch(/[<>]/);
      }),
      { seed: 4, numRuns: 2000 },
    );
  });
});
