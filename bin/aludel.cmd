@echo off
setlocal EnableExtensions DisableDelayedExpansion
set "ALUDEL_MODULE=aludel-cli"
set "ALUDEL_MAIN=io.aludel.cli.Main"
rem Not by "call", which would read the arguments a second time.
"%~dp0launch.cmd" %*
