#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

help() {
  cat <<'HELP'
./test.sh [--long] [--help]

Builds SmartFlexBot (a warning is an error), checks the formatting, runs every test and prints the recognisers' figures, which are
reported and never asserted. The last line is "N passed, N failed", summed over all of it; the exit code is 0 when nothing failed.

  --long   property tests run thousands of cases instead of hundreds (they read LONG=1 from the environment), and 50 kills
           at random moments in each API instead of 10 (SEED=n in the environment begins at another seed)
  --help   this text

Needed: the .NET SDK of global.json, Node.js 20 or newer with npm, nginx, and Chromium (the variable CHROMIUM may say where). What is
missing is installed from Debian when this runs as root; otherwise it stops with the command to run.
Reports are left in artifacts/test-results: a log, and the results as CTRF (JSON), for each test project.
HELP
}

readonly configuration=debug # the same output as `dotnet run`, so nothing is built twice
readonly results=artifacts/test-results
readonly minutes=60 # a runner that takes longer hangs
declare -i passed=0 failed=0
declare -a times=()
long=0
formatting=''

main() {
  for argument in "$@"; do
    case $argument in
      --long) long=1 ;;
      --help | -h) help; exit 0 ;;
      *) echo "Unknown option $argument. See ./test.sh --help." >&2; exit 2 ;;
    esac
  done

  trap finish EXIT
  if ((long)); then export LONG=1; fi
  export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
  if [[ -z ${HOME:-} ]]; then HOME=$(mktemp -d); export HOME; fi

  require
  rm -rf "$results"
  mkdir -p "$results"
  part build 4:00 build || return 0
  begin_format
  part tests '' tests SmartFlexBot.Tests || true
  part format '' end_format || true
  part end-to-end '' tests SmartFlexBot.EndToEnd.Tests || true
  part figures '' figures || true
}

# --- what is needed ------------------------------------------------------------------------------------------------------------

require() {
  local -a packages=()
  missing
  if ((${#packages[@]} == 0)); then return; fi
  if ((EUID == 0)) && command -v apt-get >/dev/null; then
    echo "Missing: ${packages[*]}. Installing from Debian."
    install
    missing
  fi
  if ((${#packages[@]} == 0)); then return; fi
  stop "$(advice)"
}

# Sets packages to what is not there, or too old, by the names of Debian's packages.
missing() {
  packages=()
  sdk_present || packages+=(dotnet-sdk-10.0)
  node_present || packages+=(nodejs)
  command -v npm >/dev/null || packages+=(npm)
  chromium_present || packages+=(chromium)
  nginx_present || packages+=(nginx)
}

# One after the other: a package that this release of Debian does not have must not keep the others out.
install() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq </dev/null || true
  for package in "${packages[@]}"; do
    apt-get install -y -qq --no-install-recommends "$package" </dev/null || true
  done
}

# The commands for what is missing. What an installation from Debian could not bring comes from where its makers publish it.
advice() {
  local as='' package
  local -a debian=()
  if ((EUID != 0)); then as='sudo '; fi
  echo "Missing or too old: ${packages[*]}. Run:"
  for package in "${packages[@]}"; do
    case $package in
      dotnet-sdk-*)
        # shellcheck disable=SC2016 # for the reader's shell to expand
        echo '  curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --jsonfile global.json && export PATH="$HOME/.dotnet:$PATH"' ;;
      nodejs) echo "  curl -fsSL https://deb.nodesource.com/setup_20.x | ${as}bash - && ${as}apt-get install -y nodejs" ;;
      *) debian+=("$package") ;;
    esac
  done
  if ((${#debian[@]} > 0)); then echo "  ${as}apt-get update && ${as}apt-get install -y --no-install-recommends ${debian[*]}"; fi
}

# The SDK itself decides by global.json whether it will do.
sdk_present() { command -v dotnet >/dev/null && dotnet --version >/dev/null 2>&1; }

node_present() { command -v node >/dev/null && node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)'; }

# The browser tests read CHROMIUM; without it they look where Debian puts it.
chromium_present() {
  local name
  for name in "${CHROMIUM:-}" /usr/bin/chromium chromium chromium-browser google-chrome; do
    if [[ -n $name ]] && CHROMIUM=$(command -v "$name"); then
      export CHROMIUM
      return
    fi
  done
  unset CHROMIUM
  return 1
}

# The TLS proxy of the browser tests. Debian puts it where only root's path leads.
nginx_present() { PATH=$PATH:/usr/sbin command -v nginx >/dev/null; }

stop() {
  echo "$1" >&2
  failed+=1
  exit 2
}

# --- the parts -----------------------------------------------------------------------------------------------------------------

# Runs one part, notes its time, and returns what it returned.
part() { # name, budget, command...
  local name=$1 budget=$2 start=$SECONDS code=0
  shift 2
  echo
  echo "== $name"
  "$@" || code=$?
  times+=("$name|$((SECONDS - start))|$budget")
  return "$code"
}

build() {
  if ! dotnet build SmartFlexBot.sln --configuration $configuration --verbosity quiet </dev/null; then
    echo "The build failed: no test was run."
    failed+=1
    return 1
  fi
}

# The formatting is checked beside the first tests: they leave it enough of the second core. White space and the order of usings alone:
# style and analyzers have stopped the build already.
begin_format() {
  dotnet format SmartFlexBot.sln --verify-no-changes --no-restore --verbosity quiet --diagnostics IMPORTS \
    </dev/null >"$results/format.log" 2>&1 &
  formatting=$!
}

end_format() {
  local code=0
  wait "$formatting" || code=$?
  formatting=''
  if ((code != 0)); then
    cat "$results/format.log"
    echo "Run: dotnet format"
    failed+=1
    return 1
  fi
}

tests() { # project
  local project=$1 code=0 counts
  local report=$results/$project.json
  timeout --kill-after=30s "${minutes}m" dotnet "$(output "$project")" \
    -noColor -noAutoReporters -failSkips -result-ctrf "$report" </dev/null 2>&1 | tee "$results/$project.log" || code=$?
  # The report counts, not what was printed. A runner that left none, or that ended badly with nothing failed, has crashed.
  counts=$(node tests/report.mjs count "$report") || counts='0 0'
  local -i good=${counts% *} bad=${counts#* }
  if ((good + bad == 0 || (code != 0 && bad == 0))); then
    echo "$project: the runner ended with $code and no test failed by its report. That counts as a failure."
    bad+=1
  fi
  passed+=good
  failed+=bad
  ((bad == 0))
}

figures() {
  local data=tests/SmartFlexBot.Evaluation/Data what file log
  for what in devices consent questions; do
    file=$data/${what%s}-utterances.json
    log=$results/figures-$what.log
    if ! dotnet "$(output SmartFlexBot.Evaluation)" "$what" "$file" </dev/null >"$log"; then
      failed+=1
      return 1
    fi
    echo "$what: $(tail -n 1 "$log")"
  done
}

output() { echo "artifacts/bin/$1/$configuration/$1.dll"; }

# --- the end -------------------------------------------------------------------------------------------------------------------

finish() {
  local code=$?
  trap - EXIT
  if [[ -n $formatting ]]; then kill "$formatting" 2>/dev/null || true; fi
  if ((${#times[@]} > 0)); then
    echo
    node tests/report.mjs times "$results" "${times[@]}" || true
  fi
  if ((code != 0 && failed == 0)); then failed+=1; fi
  echo
  echo "$passed passed, $failed failed"
  if ((failed > 0)); then exit 1; fi
}

main "$@"
