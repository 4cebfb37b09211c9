import js from "@eslint/js";

const browser = ["document", "window", "location", "history", "navigator", "fetch", "console", "setTimeout", "clearTimeout",
  "setInterval", "clearInterval", "requestAnimationFrame", "cancelAnimationFrame", "queueMicrotask", "matchMedia",
  "localStorage", "sessionStorage", "crypto", "structuredClone", "getComputedStyle", "customElements", "ResizeObserver",
  "IntersectionObserver", "MutationObserver", "EventSource", "AbortController", "AbortSignal", "DOMException", "URL",
  "URLSearchParams", "FormData", "Blob", "File", "FileReader", "Image", "XMLSerializer", "DOMParser", "CSS", "Event",
  "CustomEvent", "EventTarget", "Element", "HTMLElement", "SVGElement", "SVGSVGElement", "Node", "KeyboardEvent", "performance",
  "HTMLInputElement", "HTMLButtonElement", "HTMLDialogElement", "HTMLSelectElement", "HTMLDetailsElement", "PointerEvent",
  "PopStateEvent", "HTMLAnchorElement", "HTMLCanvasElement", "DragEvent", "ClipboardItem", "btoa",
  "innerWidth", "innerHeight"];

export default [
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2023, sourceType: "module",
      globals: Object.fromEntries(browser.map((name) => [name, "readonly"])) },
    rules: {
      eqeqeq: "error", "no-var": "error", "prefer-const": "error", "no-eval": "error", "no-implied-eval": "error",
      "no-unused-vars": ["error", { args: "after-used", argsIgnorePattern: "^_" }], "no-shadow": "error",
    },
  },
];
