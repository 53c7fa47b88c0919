@echo off
rem Starts a program of this project: ALUDEL_MODULE is its folder, ALUDEL_MAIN its class, the arguments are its own.
rem bin/launch for Windows, to the same rules: builds first where there is no build, or where sources and POMs are not those of the
rem build; otherwise Maven is not started. It makes no archive of classes. Written without a Windows at hand: not tried there yet.
setlocal EnableExtensions DisableDelayedExpansion
for %%d in ("%~dp0..") do set "root=%%~fd"
set "module=%root%\%ALUDEL_MODULE%"
set "stamp=%root%\target\launch.listing"
set "now=%root%\target\launch.now.%RANDOM%%RANDOM%"
set "lock=%root%\target\launch.lock"

set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if not defined JAVA_HOME (
    where /q java
    if errorlevel 1 goto nojava
)
if defined JAVA_HOME if not exist "%java%" goto nojdk
set options=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8

if not exist "%root%\target" md "%root%\target"
call :list
fc /b "%now%" "%stamp%" >nul 2>&1
if not errorlevel 1 if exist "%module%\target\program.jar" goto start

rem Two at once: one builds, the other waits for it.
:wait
md "%lock%" 2>nul
if not errorlevel 1 goto locked
echo Another program builds Aludel; waiting for it. If none does, remove the folder "%lock%". 1>&2
ping -n 4 127.0.0.1 >nul
goto wait

:locked
rem Taken before the build begins, so that a source saved while it runs is seen next time.
call :list
fc /b "%now%" "%stamp%" >nul 2>&1
if not errorlevel 1 if exist "%module%\target\program.jar" goto built
echo Building Aludel, as there is no build yet or a source has changed; this takes a minute. 1>&2
rem Else a library's former version would stay beside the new one.
for /d %%m in ("%root%\aludel-cli*" "%root%\examples\*") do if exist "%%m\target\lib" rd /s /q "%%m\target\lib"
pushd "%root%"
call mvnw.cmd -B -q --no-transfer-progress -Dmaven.test.skip=true -pl aludel-cli,examples/lecture,examples/gradebook -am package 1>&2
if errorlevel 1 (
    popd
    rd "%lock%"
    del "%now%"
    echo The build failed; its messages are above. 1>&2
    exit /b 1
)
popd
copy /y "%now%" "%stamp%" >nul
:built
rd "%lock%"

:start
del "%now%"
rem The console shows what the program prints, which is UTF-8.
for /f "tokens=2 delims=:." %%c in ('chcp') do set "codepage=%%c"
chcp 65001 >nul 2>&1
"%java%" %options% -cp "%module%\target\program.jar;%module%\target\lib\*" %ALUDEL_MAIN% %*
set "code=%errorlevel%"
if defined codepage chcp %codepage% >nul 2>&1
exit /b %code%

:nojava
echo Java was not found. Install a JDK, 17 or newer; where it is not on the PATH, let JAVA_HOME be its folder. 1>&2
exit /b 1

:nojdk
echo There is no "%java%". Let JAVA_HOME be the folder of a JDK, 17 or newer, or unset it. 1>&2
exit /b 1

rem Every source and POM with its time and size; a deleted one is missing here.
:list
(
    for %%f in ("%root%\pom.xml") do echo %%~tzf %%f
    for /d %%m in ("%root%\aludel-*" "%root%\examples\*") do (
        for %%f in ("%%m\pom.xml") do echo %%~tzf %%f
        where /t /r "%%m\src\main" *
    )
) >"%now%" 2>nul
exit /b 0
