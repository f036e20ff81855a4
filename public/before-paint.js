// Runs before the first paint, so that the page never flashes in the wrong theme, and says so when the
// application cannot start. The choices themselves are written by the application (src/browser/preferences.rs).
(function () {
  var root = document.documentElement;
  try {
    root.dataset.theme = localStorage.getItem("theme") || "system";
    root.lang = localStorage.getItem("language") || "fr";
  } catch (refused) {
    root.dataset.theme = "system";
  }
  if (typeof WebAssembly === "object") return;
  addEventListener("DOMContentLoaded", function () {
    document.getElementById("loading-screen").textContent =
      "Ce navigateur est trop ancien pour ce site. – This browser is too old for this site.";
  });
})();
