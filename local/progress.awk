# Turns Maven's log into the lines to show: one for each module and, of tests, one for each class,
# the message of each failure, and at the end a table. ./plaza runs it every half second while
# Maven works. It reads nothing but the log, so that each run finds the same lines as the one
# before, and prints those after the first `seen`. A last line is for ./plaza: the number of lines
# so far, a bar, and what Maven is doing or, at the end, whether its errors have to be shown.
#
# Variables: upto - how many lines of the log are complete; seen; tests - not empty for tests;
# code - Maven's exit code, empty while it works. Lines of the log begin with HH:mm:ss.SSS.

function put(text) {
  if (++written > seen) print text
}

function seconds(clock,   part) {
  split(clock, part, ":")
  return part[1] * 3600 + part[2] * 60 + part[3]
}

function span(time) {
  return time < 60 ? sprintf("%.1f s", time) : sprintf("%d min %d s", int(time / 60), time % 60)
}

function number_after(label) {
  return match($0, label ": [0-9]+") ? substr($0, RSTART + length(label) + 2) + 0 : 0
}

function without_package(name) {
  sub(/^([a-z0-9_]+\.)+/, "", name)
  gsub(/\$/, ".", name)
  return name
}

# The directory of a module, by our convention for its name.
function directory(artifact) {
  sub(/^plaza-/, "", artifact)
  sub(/^platform-/, "platform/", artifact)
  return artifact
}

# The module of a test class, by our convention for its package: the log of modules that are
# tested side by side does not name it.
function module_of(class,   parts, name, i) {
  split(class, parts, ".")
  name = parts[3]
  if (name == "platform") return "platform/" parts[4]
  for (i = 1; i <= begun; i++) if (plain(modules[i]) == name || plain(modules[i]) == name "service") return modules[i]
  return module
}

function plain(name) {
  gsub(/-/, "", name)
  return name
}

function begin_module(text,   words, count) {
  position = "1/1"
  if (match(text, /\[[0-9]+\/[0-9]+\]$/)) position = substr(text, RSTART + 1, RLENGTH - 2)
  sub(/ *\[[0-9]+\/[0-9]+\]$/, "", text)
  sub(/ [^ ]+$/, "", text)
  files_before = files
  titled[text] = module
  modules[++begun] = module
  split(position, words, "/")
  total = words[2]
  label = "[" substr("    ", 1, length(words[2]) - length(words[1])) position "]"
  if (tests) put(label " " module)
}

function end_module(state) {
  if (module == "") return
  if (ended == "") ended = now
  took[module] = ended - started
  if (state == "failed") failed[module] = 1
  if (!tests) put(label " " module " ... " (module in failed ? "FAILED after " : "") span(took[module]))
  module = ended = ""
}

function end_class(   class, name, failures, skips, time) {
  class = $0
  sub(/^.* -- in /, "", class)
  name = module_of(class)
  delete running[class]
  failures = number_after("Failures") + number_after("Errors")
  skips = number_after("Skipped")
  time = $0
  sub(/^.*Time elapsed: /, "", time)
  gsub(/,/, "", time)
  run[name] += number_after("Tests run")
  bad[name] += failures
  left_out[name] += skips
  # A class whose tests all stand in nested classes.
  if (number_after("Tests run") + failures == 0) return
  put(sprintf("  %-7s %-34s %4d %s %9s%s", failures ? "FAILED" : "ok", without_package(class),
    number_after("Tests run"), number_after("Tests run") == 1 ? "test " : "tests", span(time + 0),
    skips ? ", " skips " skipped" : ""))
}

function begin_failure(   name) {
  name = substr($0, 9)
  sub(/ -- Time elapsed.*$/, "", name)
  failures[++failure_count] = without_package(name) " (" module_of(name) ")"
  put("          " without_package(name))
  in_failure = 1
  shown = at = 0
}

# Of a stack trace, the first place: the reports hold it whole.
function more_of_failure() {
  if ($0 ~ /^\tat /) {
    if (!at++) put("            " substr($0, 2))
  }
  else if ($0 ~ /[^ ]/ && $0 !~ /^[a-z][A-Za-z0-9_.]*(Error|Exception): *$/) {
    sub(/ +$/, "")
    if (++shown <= 40) put("            " substr($0, 1, 300))
    else if (shown == 41) put("            ...")
  }
}

function table(   i, name, notes, all_run, all_bad, all_left_out) {
  put("")
  put(sprintf("%-24s %6s  %12s", "module", "tests", "time"))
  for (i = 1; i <= begun; i++) {
    name = modules[i]
    notes = (bad[name] ? "  " bad[name] " failed" : "") (left_out[name] ? "  " left_out[name] " skipped" : "")
    if (name in failed && !bad[name]) notes = "  FAILED"
    put(sprintf("%-24s %6d  %12s%s", name, run[name], span(took[name]), notes))
    all_run += run[name]
    all_bad += bad[name]
    all_left_out += left_out[name]
  }
  # Less than the sum where modules are tested side by side.
  put(sprintf("%-24s %6d  %12s", "total", all_run, span(now - first)))
  if (total > begun) put("Not tested, for one before failed: " total - begun " more")
  if (failure_count) {
    put("")
    put("Failed:")
    for (i = 1; i <= failure_count; i++) put("  " failures[i])
  }
  put("")
  put(all_run - all_bad - all_left_out " passed, " all_bad " failed, " all_left_out " skipped")
}

# What Maven is doing now.
function doing(   url, text, name, class, mark) {
  text = begun ? label " " module : "reading the modules"
  if (begun && module == "") text = "finishing"
  mark = ": "
  for (class in running) {
    text = text mark without_package(class)
    mark = ", "
  }
  if (files > files_before) text = text sprintf(", downloaded %d files, %d MB", files, bytes / 1000000)
  for (url in pending) name = url
  if (name != "") {
    sub(/^.*\//, "", name)
    text = text ", downloading " name
  }
  return text
}

upto != "" && NR > upto + 0 { exit }

{
  sub(/\r$/, "")
  if ($0 ~ /^[0-9][0-9]:[0-9][0-9]:[0-9][0-9][.,][0-9][0-9][0-9] \[/) {
    sub(/,/, ".")
    clock = seconds(substr($0, 1, 12))
    # Past midnight.
    if (clock + day < now - 43200) day += 86400
    now = clock + day
    if (first == "") first = now
    $0 = substr($0, 14)
  }
}

in_failure && /^\[(INFO|WARNING|ERROR)\] / { in_failure = 0 }

in_failure { more_of_failure(); next }

/^\[INFO\] Downloading from / { pending[$NF] = 1; next }

/^\[INFO\] Downloaded from / {
  delete pending[$5]
  files++
  if (match($0, /\([0-9.]+ [kMG]?B at /)) {
    split(substr($0, RSTART + 1, RLENGTH), size, " ")
    bytes += size[1] * (size[2] == "kB" ? 1000 : size[2] == "MB" ? 1000000 : size[2] == "GB" ? 1000000000 : 1)
  }
  next
}

/^\[(INFO|WARNING|ERROR)\] / { split("", pending) }

# Two that begin at one moment are announced one after the other, and then both are begun.
/^\[INFO\] -+< [^ ]+:[^ ]+ >-+$/ {
  end_module()
  artifact = $0
  sub(/^[^:]*:/, "", artifact)
  sub(/ >-+$/, "", artifact)
  announced[++last_announced] = artifact
  next
}

first_announced < last_announced && /^\[INFO\] Building / {
  end_module()
  module = directory(announced[++first_announced])
  started = now
  begin_module(substr($0, 17))
  next
}

/^\[INFO\] Using the MultiThreadedBuilder / { parallel = 1 }

# Side by side, it is not known which module the line is about.
/^\[INFO\] Skipping / && !parallel { end_module() }

/^\[INFO\] Reactor Summary/ {
  ended = now
  in_summary = 1
  if (tests) end_module()
  next
}

# Exact also where modules are built side by side.
in_summary && / (SUCCESS|FAILURE) \[/ {
  title = substr($0, 8)
  sub(/ (\.+ )?(SUCCESS|FAILURE) \[.*$/, "", title)
  if (!(title in titled)) next
  if ($0 ~ / FAILURE \[/) failed[titled[title]] = 1
  time = $0
  sub(/^.*\[ */, "", time)
  if (tests) took[titled[title]] = (time ~ / min\]/ && split(time, part, /[: ]/)) ? part[1] * 60 + part[2] : time + 0
  next
}

/^\[INFO\] BUILD (SUCCESS|FAILURE)/ {
  end_module(!in_summary && $3 == "FAILURE" ? "failed" : "")
  in_summary = 0
}

!tests { next }

/^\[INFO\] Running [A-Za-z0-9_.$]+$/ { running[$3]; next }

/^\[[A-Z]+\] Tests run: .*Time elapsed: .* -- in / { end_class(); next }

/^\[ERROR\] .* -- Time elapsed: .* <<< (FAILURE|ERROR)!$/ { begin_failure() }

END {
  if (code == "") {
    print written + 0 "|" doing()
    exit
  }
  # Killed, perhaps: there is no result.
  if (module != "") end_module(code == 0 ? "" : "failed")
  errors = (code != 0)
  if (tests && begun) {
    table()
    # Failed tests stand above with their messages; everything else is among the errors.
    errors = 0
    for (name in failed) if (!bad[name]) errors = 1
    if (code != 0 && !failure_count) errors = 1
  }
  print written + 0 "|" (errors ? "errors" : "")
}
