#!/bin/bash
# Runs the GitLab runner of GITLAB_URL that GITLAB_RUNNER_TOKEN (glrt-...) stands for, one job at a time, and ends well.
set -euo pipefail

fail() {
  echo "runner: $1" >&2
  exit 2
}

: "${GITLAB_URL:?is not set: where GitLab is, as https://host}"
: "${GITLAB_RUNNER_TOKEN:?is not set: the authentication token that GitLab showed when the runner was created}"
# What is checked here needs no quoting below.
[[ $GITLAB_URL =~ ^https?://[A-Za-z0-9.:-]+$ ]] || fail "GITLAB_URL is $GITLAB_URL, and not https://host"
[[ $GITLAB_RUNNER_TOKEN =~ ^glrt-[A-Za-z0-9._-]+$ ]] ||
  fail 'GITLAB_RUNNER_TOKEN begins with glrt-; a registration token will not do, GitLab is giving those up'

umask 077
mkdir -p "$HOME/.gitlab-runner" "$HOME/builds" "$HOME/cache"
cat > "$HOME/.gitlab-runner/config.toml" <<TOML
# Jobs share user and folders, so that two at a time would see each other.
concurrent = 1
# Seconds in which a job that is ended may save what it must, such as terraform its state.
shutdown_timeout = 35
log_format = "json"
[[runners]]
  name = "$HOSTNAME"
  url = "$GITLAB_URL"
  token = "$GITLAB_RUNNER_TOKEN"
  executor = "shell"
  shell = "bash"
  builds_dir = "$HOME/builds"
  cache_dir = "$HOME/cache"
TOML
# A job inherits the environment of the runner, and many a job prints it.
unset GITLAB_RUNNER_TOKEN

# A runner goes on asking with a token that GitLab refuses; ECS shall see the task fail, and keep the tasks there are.
gitlab-runner verify

# Job control, or bash would start the runner deaf to SIGQUIT.
set -m
gitlab-runner run &
runner=$!

# ECS kills 120 s after it asked for the end. SIGQUIT: no new job, and the one that runs may finish; then SIGTERM: it is
# ended and reported, where GitLab would else take it for running for an hour.
finish() {
  kill -QUIT "$runner"
  (sleep "${FINISH_SECONDS:-75}" && kill -TERM "$runner") &
  timer=$!
  # The group that job control gave the timer, its sleep included.
  trap 'kill -- "-$timer" 2> /dev/null || true' EXIT
}
trap finish QUIT TERM

# A signal ends the wait, but not the runner.
until
  wait "$runner"
  status=$?
  ! kill -0 "$runner" 2> /dev/null
do :; done
exit "$status"
