import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs one test class (or {@code Class#method}) and writes into a file how many tests ran and which turned red. For remove-each-check.mjs. */
final class RedTests implements TestExecutionListener {
    private int ran;
    private String current = "";
    private final List<String> red = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        RedTests tests = new RedTests();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selected(args[1]))
                .build();
        try {
            LauncherFactory.create().execute(request, tests);
        } catch (VirtualMachineError exhausted) { // the test that ran took all memory: JUnit gives up, too
            tests.ran++;
            tests.red.add(tests.current + " (" + exhausted + ")");
        }
        tests.red.add(0, String.valueOf(tests.ran));
        Files.write(Path.of(args[0]), tests.red);
        System.exit(0); // threads that a removed check left behind do not hold the run
    }

    private static DiscoverySelector selected(String test) {
        int method = test.indexOf('#');
        return method < 0 ? selectClass(test) : methodOf(test.substring(0, method), test.substring(method + 1));
    }

    /** By name, whatever its parameters are. */
    private static DiscoverySelector methodOf(String className, String name) {
        try {
            for (var method : Class.forName(className).getDeclaredMethods()) {
                if (method.getName().equals(name)) {
                    return selectMethod(Class.forName(className), method);
                }
            }
            throw new IllegalArgumentException(className + " has no " + name);
        } catch (ClassNotFoundException missing) {
            throw new IllegalArgumentException(missing);
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        current = name(test);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            ran++;
        }
        if (result.getStatus() == TestExecutionResult.Status.FAILED) {
            red.add(name(test));
        }
    }

    private static String name(TestIdentifier test) {
        String shown = test.getDisplayName().replaceAll("\\s+", " ");
        String what = test.getSource()
                .map(source -> source instanceof MethodSource method
                        ? simple(method.getClassName()) + "." + method.getMethodName()
                        : source instanceof ClassSource type ? simple(type.getClassName()) : shown)
                .orElse(shown);
        return shown.startsWith("[") ? what + shown.substring(0, Math.min(shown.length(), 60)) : what;
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
