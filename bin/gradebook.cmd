@echo off
setlocal EnableExtensions DisableDelayedExpansion
set "ALUDEL_MODULE=examples\gradebook"
set "ALUDEL_MAIN=io.aludel.examples.gradebook.command.Main"
rem Not by "call", which would read the arguments a second time.
"%~dp0launch.cmd" %*
