@echo off
rem Builds the program of the README and runs it
rem Never run on Windows. It calls Maven each time, and needs a JDK, 17 or newer, on the PATH. The paths of the
rem project and of Maven's repository must have no space.
setlocal
set ROOT=%~dp0
set TARGET=%ROOT%gloebit-reactive-examples\target
call "%ROOT%mvnw.cmd" -q -B -f "%ROOT%pom.xml" -pl gloebit-reactive-examples -am test-compile -Dmaven.test.skip=true -Dspotless.check.skip=true || exit /b 1
rem A command is cut at 8191 characters, a file is not.
<nul set /p "=%TARGET%\classes;" >"%TARGET%\windows.class-path"
type "%TARGET%\runtime.class-path" >>"%TARGET%\windows.class-path"
java --enable-native-access=ALL-UNNAMED -Djdk.console=java.base -cp "@%TARGET%\windows.class-path" com.gloebit.examples.quickstart.QuickStart %*
