@echo off
rem Untested: nobody has run this file on Windows yet. Corrections are welcome.
rem It needs a JDK 25 in LOUPE_JAVA_HOME or JAVA_HOME, and Maven in PATH.
setlocal
set "HOME_DIR=%~dp0"
if defined LOUPE_JAVA_HOME set "JAVA_HOME=%LOUPE_JAVA_HOME%"
if not defined JAVA_HOME (
  echo Loupe needs a JDK 25: install one and set JAVA_HOME or LOUPE_JAVA_HOME to its folder. 1>&2
  exit /b 69
)
if "%~1"=="test" (
  pushd "%HOME_DIR%" & call mvn -B -ntp verify & popd
  exit /b %ERRORLEVEL%
)
if not exist "%HOME_DIR%cli\target\lib" (
  echo Building Loupe, once ... 1>&2
  pushd "%HOME_DIR%" & call mvn -B -ntp -q -DskipTests -Dspotless.check.skip=true package & popd
)
"%JAVA_HOME%\bin\java" --add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC -Djava.awt.headless=true -cp "%HOME_DIR%cli\target\cli-0.1.0-SNAPSHOT.jar;%HOME_DIR%cli\target\lib\*" io.loupe.cli.Loupe %*
