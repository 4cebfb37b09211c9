# Sourced by the benchmarks of the service, in the folder of the project. Sets java, scratch (a folder that ends with the
# script), classes (with the class entente.benchmark.$benchmark, if that is set), service (the process, which ends with the
# script) and port. The rule book is that in the folder $rules, if that is set.
java=java
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; fi
./entente --version >/dev/null

scratch=${scratch:-$(mktemp -d)}
classes=$scratch/classes
if [ -n "${benchmark:-}" ]; then
    javac -d "$classes" -sourcepath src/test/java "src/test/java/entente/benchmark/$benchmark.java"
fi
./entente serve --port 0 --archive "${ARCHIVE:-$scratch/archive}" ${rules:+--rules "$rules"} >"$scratch/log" 2>&1 &
service=$!
trap 'kill "$service" 2>/dev/null; wait "$service" 2>/dev/null || true; rm -rf "$scratch"' EXIT
until grep -q " serves at " "$scratch/log"; do
    kill -0 "$service"
    sleep 0.2
done
port=$(sed -n 's|.* serves at http://127.0.0.1:\([0-9]*\), .*|\1|p' "$scratch/log")
