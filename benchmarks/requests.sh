#!/usr/bin/env bash
# Compares what a whole request costs in a small service: without observability (plain), with Spring Boot's own
# (boot), with OpenTelemetry's starter (otel) and with Sightline (sightline). Needs Linux.
#
# usage: benchmarks/requests.sh [--rounds N] [--warm-up THOUSANDS] [--window SECONDS] [plain] [boot] [otel] [sightline]
#
# JAVA_HOME names another JDK, MAVEN another way to call Maven: MAVEN='mvn -o' builds without a network.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

case " $* " in
*" --help "* | *" -h "*)
	sed -n '2,/^[^#]/s/^# \{0,1\}//p' benchmarks/requests.sh
	exit
	;;
esac

fail() {
	echo "requests.sh: $*" >&2
	exit 1
}

read -ra maven <<<"${MAVEN:-mvn} -q -B -DskipTests"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
command -v "${maven[0]}" >/dev/null || fail "no ${maven[0]} found; install Maven, or set MAVEN"
command -v "$java" >/dev/null || fail "no $java found; install a JDK 17 or newer, or set JAVA_HOME"

build() {
	echo "building $1" >&2
	"${maven[@]}" package -P "requests,$1" -pl "$2" || fail "$1 cannot be built; see above"
}

# One build with the starter, so that nothing has to be installed in the local repository.
build sightline autoconfigure,starter,benchmarks,benchmarks/requests
for variant in plain boot otel; do
	build "$variant" benchmarks/requests
done

exec "$java" -cp benchmarks/target/benchmarks.jar io.sightline.benchmarks.requests.RequestRounds "$@"
