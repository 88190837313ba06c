import html
from html.entities import codepoint2name, name2codepoint

print(html.escape("<a href='x'>\"&\"</a>"), html.escape("'\"", quote=False))
for text in ("&lt;b&gt; &amp;amp; &quot;", "&eacute;&copy&copyx; &notit; &notin;", "&#65;&#x42;&#67 &#x80;&#0;&#xD800;&#1;&#13;", "&nothing; & &; &#;", "&alpha;&alpha", "&AMP;&lang;&apos;"):
    print(ascii(html.unescape(text)))
print(codepoint2name[233], name2codepoint["Omega"], len(name2codepoint))
