#!/bin/bash
# Runs the GitLab runner that GITLAB_URL and GITLAB_RUNNER_TOKEN (glrt-...) name, one job at a time, and stops it well.
set -euo pipefail

fail() {
  echo "runner: $1" >&2
  exit 2
}

: "${GITLAB_URL:?is not set: where GitLab is, as https://host or https://host/path}"
: "${GITLAB_RUNNER_TOKEN:?is not set: the authentication token that GitLab showed when the runner was created}"
# Checked here, so that nothing has to be quoted below.
[[ $GITLAB_URL =~ ^https?://[A-Za-z0-9.:-]+(/[A-Za-z0-9._-]+)*$ ]] ||
  fail "GITLAB_URL is $GITLAB_URL, not https://host or https://host/path"
[[ $GITLAB_RUNNER_TOKEN =~ ^glrt-[A-Za-z0-9._-]+$ ]] ||
  fail 'GITLAB_RUNNER_TOKEN begins with glrt-; a registration token does not work, GitLab has deprecated them'

umask 077
mkdir -p "$HOME/.gitlab-runner" "$HOME/builds" "$HOME/cache"
cat > "$HOME/.gitlab-runner/config.toml" <<TOML
# Jobs share a user and folders, so two at a time could read each other's files.
concurrent = 1
# Seconds that a cancelled job has to finish, such as Terraform to write its state.
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
# Jobs inherit the runner's environment, and many print it.
unset GITLAB_RUNNER_TOKEN

# The runner would keep polling with a token that GitLab refuses. If this task fails instead, ECS keeps the old ones.
gitlab-runner verify

# Without job control, bash would start the runner ignoring SIGQUIT.
set -m
gitlab-runner run &
runner=$!

# ECS sends SIGKILL 120 s after its stop signal. On SIGQUIT the runner takes no new job and lets the current one finish.
# On SIGTERM it cancels and reports that job, which GitLab would otherwise show as running for an hour.
finish() {
  kill -QUIT "$runner"
  (sleep "${FINISH_SECONDS:-75}" && kill -TERM "$runner") &
  timer=$!
  # Job control gave the timer a process group; its sleep is in it.
  trap 'kill -- "-$timer" 2> /dev/null || true' EXIT
}
trap finish QUIT TERM

# A signal ends wait, but not the runner.
until
  wait "$runner"
  status=$?
  ! kill -0 "$runner" 2> /dev/null
do :; done
exit "$status"
