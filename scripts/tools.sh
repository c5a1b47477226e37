# Sourced by run, test and fadu: finds the tools, installs what a fresh Debian machine lacks, or says clearly what to install.

say() { printf '%s\n' "$*" >&2; }

need_dotnet() {
  command -v dotnet >/dev/null 2>&1 || { say "需要 .NET 10 SDK：请先安装 dotnet-sdk-10.0，再运行本命令。"; exit 2; }
  case "$(dotnet --list-sdks 2>/dev/null)" in
    *10.0.*) ;;
    *) say "需要 .NET 10 SDK，现有：$(dotnet --list-sdks | tr '\n' ' ')"; exit 2 ;;
  esac
}

need_node() {
  command -v npm >/dev/null 2>&1 || { say "需要 Node.js（含 npm），页面的样式和脚本由它取得：请安装 nodejs 与 npm，再运行本命令。"; exit 2; }
}

# install_debian PACKAGE…: installs where we may, otherwise tells what to install; never fails.
install_debian() {
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "正在安装 $*（仅首次）……"
    (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@") >/dev/null 2>&1 && return 0
  fi
  say "未能安装 $*：相关测试将显示为跳过。可以手动安装：apt-get install $*"
  return 1
}

postgres_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

# start_postgres: a private server on a free port for this run; sets FADU_TEST_POSTGRES and stops with the script.
# Its data die with it: nothing is forced to disk, or the thousands of tables of the test databases would wait for it.
start_postgres() {
  [ -n "${FADU_TEST_POSTGRES:-}" ] && return 0
  local bin; bin=$(postgres_bin)
  [ -n "$bin" ] || { install_debian postgresql && bin=$(postgres_bin); }
  [ -n "$bin" ] || return 0
  pg_folder=$(mktemp -d /tmp/fadu-postgres.XXXXXX)
  local as=""
  if [ "$(id -u)" = 0 ]; then chown postgres "$pg_folder"; as="runuser -u postgres --"; fi
  local port=$((20000 + RANDOM % 20000))
  if (cd "$pg_folder" && $as "$bin/initdb" -D "$pg_folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null 2>&1 \
    && $as "$bin/pg_ctl" -D "$pg_folder/data" -w -l "$pg_folder/log" -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$pg_folder -c max_connections=200 -c shared_buffers=256MB -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c autovacuum=off" start >/dev/null 2>&1); then
    export FADU_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
    pg_stop="$as $bin/pg_ctl -D $pg_folder/data -m immediate stop"
    trap 'cd /; $pg_stop >/dev/null 2>&1; rm -rf "$pg_folder"' EXIT
  else
    say "PostgreSQL 未能启动，见 $pg_folder/log：相关测试将显示为跳过。"
  fi
}

cli_program=src/Fadu.Cli/bin/Release/net10.0/fadu.dll
web_program=src/Fadu.Web/bin/Release/net10.0/fadu-web.dll

# outdated STAMP PROGRAM: whether a source file is newer than the last build of the program.
outdated() {
  [ ! -f "$1" ] || [ ! -f "$2" ] \
    || [ -n "$(find src Directory.Build.props Directory.Packages.props \( -name bin -o -name obj -o -name node_modules -o -name lib \) -prune -o -newer "$1" -type f -print -quit)" ]
}

# build_release PROJECT PROGRAM: builds a host where its sources are newer; analyzers are for ./test.
build_release() {
  local stamp=artifacts/${1##*/}.stamp
  outdated "$stamp" "$2" || return 0
  say "正在编译 ${1##*/}（首次约一分钟）……"
  mkdir -p artifacts
  local begun; begun=$(mktemp artifacts/begun.XXXXXX)
  dotnet build "$1" -c Release -v q -nologo "-clp:ErrorsOnly;NoSummary" -p:RunAnalyzersDuringBuild=false >&2 || { rm -f "$begun"; say "编译失败。"; return 2; }
  mv "$begun" "$stamp"
}
