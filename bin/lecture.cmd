@echo off
setlocal EnableExtensions DisableDelayedExpansion
set "ALUDEL_MODULE=examples\lecture"
set "ALUDEL_MAIN=io.aludel.examples.lecture.Lecture"
rem Not by "call", which would read the arguments a second time.
"%~dp0launch.cmd" %*
