/*
 * The sign-in button of Cyberspace ID. The link inside is for browsers without scripts; the button takes its place:
 *
 *   <cyberspace-id-button href="/login"><a href="/login">Sign in with Cyberspace ID</a></cyberspace-id-button>
 *
 * href   where signing in starts; without it the element is a button, and its click event is yours
 * lang   zh-Hans, zh-Hant or en; without it the language of the page around it, else Chinese
 * size   small, medium (default) or large
 * theme  for light pages: light (default); for dark ones: dark; auto follows the visitor's setting
 *
 * It asks no server for anything. Its style is button.css, word for word; a test compares the two.
 */
const STYLE = `
.cyberspace-id-button {
  box-sizing: border-box;
  display: inline-flex;
  align-items: center;
  justify-content: center;
  gap: 0.625em;
  min-width: 2.75rem;
  min-height: 3rem;
  margin: 0;
  padding: 0.375em 1.25em;
  border: 2px solid transparent;
  border-radius: 0.5rem;
  background: #0b5d57;
  color: #fff;
  font:
    600 1.0625rem/1.4 system-ui,
    -apple-system,
    "Segoe UI",
    roboto,
    "PingFang SC",
    "Noto Sans SC",
    sans-serif;
  text-align: start;
  text-decoration: none;
  cursor: pointer;
}

.cyberspace-id-button:lang(zh-Hant) {
  font-family:
    system-ui,
    -apple-system,
    "Segoe UI",
    roboto,
    "PingFang TC",
    "Noto Sans TC",
    sans-serif;
}

.cyberspace-id-button:hover {
  background: #07433f;
}

.cyberspace-id-button:focus-visible {
  outline: 3px solid #11211f;
  outline-offset: 3px;
  box-shadow: 0 0 0 3px #fff;
}

.cyberspace-id-button svg {
  flex: none;
  width: 1.375em;
  height: 1.375em;
}

.cyberspace-id-button--small {
  min-height: 2.75rem;
  font-size: 0.9375rem;
}

.cyberspace-id-button--large {
  min-height: 3.5rem;
  font-size: 1.1875rem;
}

.cyberspace-id-button--dark {
  background: #6fd3c6;
  color: #04211e;
}

.cyberspace-id-button--dark:hover {
  background: #9be4da;
}

.cyberspace-id-button--dark:focus-visible {
  outline-color: #fff;
  box-shadow: 0 0 0 3px #04211e;
}

@media (prefers-color-scheme: dark) {
  .cyberspace-id-button--auto {
    background: #6fd3c6;
    color: #04211e;
  }

  .cyberspace-id-button--auto:hover {
    background: #9be4da;
  }

  .cyberspace-id-button--auto:focus-visible {
    outline-color: #fff;
    box-shadow: 0 0 0 3px #04211e;
  }
}

@media (prefers-reduced-motion: no-preference) {
  .cyberspace-id-button {
    transition: background-color 120ms;
  }
}

@media (forced-colors: active) {
  .cyberspace-id-button {
    border-color: currentcolor;
  }

  .cyberspace-id-button:focus-visible {
    outline-color: Highlight;
  }
}
`;

const HOST = ":host { display: inline-block } :host([hidden]) { display: none }";

const LABELS = {
  "zh-Hans": "使用网络身份登录",
  "zh-Hant": "使用網路身份登入",
  en: "Sign in with Cyberspace ID",
};

/** The brand's mark: the character 网 in one line. */
const MARK =
  "M7.5 25V8.5h17V22a2.5 2.5 0 0 1-2.5 2.5h-1.5M11 12.5l4.25 8m0-8L11 20.5m5.75-8l4.25 8m0-8l-4.25 8";

const SIZES = ["small", "large"];
const THEMES = ["dark", "auto"];
const TRADITIONAL = /^zh-(hant|tw|hk|mo)\b/i;

/** One of the three languages for a BCP 47 tag. */
function languageOf(tag) {
  if (/^en\b/i.test(tag)) {
    return "en";
  }
  return TRADITIONAL.test(tag) ? "zh-Hant" : "zh-Hans";
}

function mark() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS(svg.namespaceURI, "path");
  const looks = {
    d: MARK,
    fill: "none",
    stroke: "currentColor",
    "stroke-width": "2",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  };
  Object.entries(looks).forEach(([name, value]) => path.setAttribute(name, value));
  svg.setAttribute("viewBox", "5 5.75 22 22");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  svg.append(path);
  return svg;
}

class CyberspaceIdButton extends HTMLElement {
  static observedAttributes = ["href", "lang", "size", "theme"];

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open", delegatesFocus: true });
    root.adoptedStyleSheets = [STYLE, HOST].map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
  }

  connectedCallback() {
    this.draw();
  }

  attributeChangedCallback() {
    if (this.isConnected) {
      this.draw();
    }
  }

  draw() {
    const language = languageOf(this.closest("[lang]")?.lang ?? "");
    const button = this.hasAttribute("href") ? this.link() : this.pressable();
    button.lang = language;
    button.part = "button";
    button.className = this.classes();
    button.append(mark(), LABELS[language]);
    this.shadowRoot.replaceChildren(button);
  }

  link() {
    const link = document.createElement("a");
    link.href = this.getAttribute("href");
    return link;
  }

  pressable() {
    const button = document.createElement("button");
    button.type = "button";
    return button;
  }

  classes() {
    const chosen = [this.getAttribute("size"), this.getAttribute("theme")];
    const known = chosen.filter((value) => SIZES.includes(value) || THEMES.includes(value));
    return ["cyberspace-id-button", ...known.map((value) => `cyberspace-id-button--${value}`)].join(" ");
  }
}

if (!customElements.get("cyberspace-id-button")) {
  customElements.define("cyberspace-id-button", CyberspaceIdButton);
}
