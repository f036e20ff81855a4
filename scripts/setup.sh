#!/usr/bin/env bash
# Installs what is missing to serve, build and test the site; says what it does; stops with one clear sentence.
#
#   scripts/setup.sh serve    what `make serve` needs
#   scripts/setup.sh build    the same, and what makes a release small
#   scripts/setup.sh test     the same, a browser, and the servers that tests call
#   scripts/setup.sh compare  what build needs, a browser, and the explorers that ours is compared with
set -euo pipefail
cd "$(dirname "$0")/.."

TRUNK_VERSION=0.21.14
WASM_SPLIT_VERSION=0.2.4
TOOLS="$PWD/target/tools"
export PATH="$TOOLS/bin:$PATH"

french() { case "${LC_ALL:-${LANG:-}}" in fr*) return 0 ;; *) return 1 ;; esac; }
say() { if french; then echo "→ $1"; else echo "→ $2"; fi; }
stop() { if french; then echo "✗ $1" >&2; else echo "✗ $2" >&2; fi; exit 1; }

# Tools built here only run for seconds: a quick build is worth more than a fast tool.
quick_install() {
  CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    cargo install --root "$TOOLS" --quiet "$@"
}

need_rust() {
  command -v cargo >/dev/null || stop \
    "Rust manque : installez rustup (https://rustup.rs), puis relancez." \
    "Rust is missing: install rustup (https://rustup.rs), then run this again."
}

need_wasm_target() {
  if ! rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null | xargs -r test -d; then
    command -v rustup >/dev/null || stop \
      "La cible wasm32-unknown-unknown manque et rustup aussi : installez rustup (https://rustup.rs)." \
      "The target wasm32-unknown-unknown is missing and so is rustup: install rustup (https://rustup.rs)."
    say "Installation de la cible WebAssembly (quelques secondes)" "Installing the WebAssembly target (seconds)"
    rustup target add wasm32-unknown-unknown >/dev/null 2>&1 || stop \
      "rustup n’a pas pu installer la cible WebAssembly : vérifiez la connexion, puis relancez." \
      "rustup could not install the WebAssembly target: check the connection, then run this again."
  fi
}

need_trunk() {
  case "$(trunk --version 2>/dev/null)" in
    "trunk 0.21."*) return ;;
  esac
  say "Installation de Trunk $TRUNK_VERSION (environ 4 minutes, une seule fois)" \
      "Installing Trunk $TRUNK_VERSION (about 4 minutes, once)"
  quick_install trunk --version "$TRUNK_VERSION" --locked || stop \
    "Trunk n’a pas pu être installé : lisez le message ci-dessus, puis relancez." \
    "Trunk could not be installed: read the message above, then run this again."
}

need_wasm_bindgen() {
  local version
  version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p;}' Cargo.lock)
  [ "$(wasm-bindgen --version 2>/dev/null)" = "wasm-bindgen $version" ] && return
  say "Installation de wasm-bindgen $version (environ 2 minutes, une seule fois)" \
      "Installing wasm-bindgen $version (about 2 minutes, once)"
  quick_install wasm-bindgen-cli --version "$version" --no-default-features || stop \
    "wasm-bindgen n’a pas pu être installé : lisez le message ci-dessus, puis relancez." \
    "wasm-bindgen could not be installed: read the message above, then run this again."
}

need_wasm_split() {
  cargo install --root "$TOOLS" --list | grep "^wasm_split_cli_support v$WASM_SPLIT_VERSION:" >/dev/null && return
  say "Installation de wasm-split $WASM_SPLIT_VERSION (environ 1 minute, une seule fois)" \
      "Installing wasm-split $WASM_SPLIT_VERSION (about 1 minute, once)"
  quick_install wasm_split_cli_support --version "$WASM_SPLIT_VERSION" --locked --features build-binary || stop \
    "wasm-split n’a pas pu être installé : lisez le message ci-dessus, puis relancez." \
    "wasm-split could not be installed: read the message above, then run this again."
}

# wasm-opt and the browser tests come from npm.
need_npm_packages() {
  command -v npm >/dev/null || stop \
    "npm manque : installez Node.js 20 ou plus (https://nodejs.org), puis relancez." \
    "npm is missing: install Node.js 20 or later (https://nodejs.org), then run this again."
  if [ ! -d tests/e2e/node_modules ] || [ tests/e2e/package-lock.json -nt tests/e2e/node_modules/.package-lock.json ]; then
    say "Installation des paquets npm (moins d’une minute)" "Installing npm packages (under a minute)"
    npm ci --prefix tests/e2e --no-audit --no-fund --loglevel=error >/dev/null || stop \
      "npm n’a pas pu installer les paquets : vérifiez la connexion, puis relancez." \
      "npm could not install the packages: check the connection, then run this again."
    touch tests/e2e/node_modules/.package-lock.json
  fi
}

# httpbin, which the tests of the explorer call: Python, in a folder of its own.
need_httpbin() {
  local wanted=tests/e2e/servers/requirements.txt installed=target/httpbin/installed.txt
  cmp -s "$wanted" "$installed" && return
  command -v python3 >/dev/null || stop \
    "Python manque : installez Python 3.9 ou plus (https://www.python.org), puis relancez." \
    "Python is missing: install Python 3.9 or later (https://www.python.org), then run this again."
  say "Installation de httpbin pour les tests (moins d’une minute)" "Installing httpbin for the tests (under a minute)"
  rm -rf target/httpbin
  python3 -m venv target/httpbin >/dev/null || stop \
    "Python n’a pas pu créer target/httpbin : sous Debian, installez python3-venv, puis relancez." \
    "Python could not make target/httpbin: on Debian, install python3-venv, then run this again."
  target/httpbin/bin/pip install --quiet --disable-pip-version-check -r "$wanted" || stop \
    "pip n’a pas pu installer httpbin : vérifiez la connexion, puis relancez." \
    "pip could not install httpbin: check the connection, then run this again."
  cp "$wanted" "$installed"
}

# The explorers that `make bench-explorer` compares ours with.
need_peers() {
  local folder=benches/explorer
  if [ ! -d $folder/node_modules ] || [ $folder/package-lock.json -nt $folder/node_modules/.package-lock.json ]; then
    say "Installation des autres explorateurs (quelques minutes, une seule fois)" "Installing the other explorers (a few minutes, once)"
    npm ci --prefix $folder --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null || stop \
      "npm n’a pas pu installer les autres explorateurs : vérifiez la connexion, puis relancez." \
      "npm could not install the other explorers: check the connection, then run this again."
    touch $folder/node_modules/.package-lock.json
  fi
}

# Chromium for the journeys, and its driver for the tests of the browser layer.
need_browser() {
  have_browser && have_driver && return
  local sudo=""
  [ "$(id -u)" = 0 ] || sudo="sudo -n"
  if command -v apt-get >/dev/null && { [ -z "$sudo" ] || sudo -n true 2>/dev/null; }; then
    say "Installation de Chromium pour les tests (une à deux minutes)" "Installing Chromium for the tests (one or two minutes)"
    { $sudo apt-get update -qq && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium chromium-driver; } >/dev/null 2>&1 && return
  fi
  have_browser || stop \
    "Il faut Chromium ou Chrome pour les tests : installez-le, ou donnez son chemin dans CHROME_PATH." \
    "Chromium or Chrome is needed for the tests: install it, or give its path in CHROME_PATH."
  stop "Il faut ChromeDriver pour les tests : installez-le, ou donnez son chemin dans CHROMEDRIVER." \
       "ChromeDriver is needed for the tests: install it, or give its path in CHROMEDRIVER."
}

have_browser() {
  [ -n "${CHROME_PATH:-}" ] && [ -x "$CHROME_PATH" ] && return
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null && return
  done
  return 1
}

have_driver() {
  [ -n "${CHROMEDRIVER:-}" ] && [ -x "$CHROMEDRIVER" ] && return
  command -v chromedriver >/dev/null
}

need_rust
need_wasm_target
need_trunk
need_wasm_bindgen
case "${1:-serve}" in
  serve) ;;
  build) need_npm_packages; need_wasm_split ;;
  test) need_npm_packages; need_wasm_split; need_browser; need_httpbin ;;
  compare) need_npm_packages; need_wasm_split; need_browser; need_peers ;;
  *) stop "Usage : scripts/setup.sh [serve|build|test|compare]" "Usage: scripts/setup.sh [serve|build|test|compare]" ;;
esac
say "Tout est prêt" "Everything is ready"
