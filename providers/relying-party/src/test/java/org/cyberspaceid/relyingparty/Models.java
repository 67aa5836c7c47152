package org.cyberspaceid.relyingparty;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Keycloak's models with only the answers that a test gives by method name; whatever else is asked is absent, empty or no. */
public final class Models {
    private Models() {}

    /** @param answers values, suppliers of them, or functions of the first argument */
    public static <T> T of(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.containsKey(method.getName())
                        ? given(answers.get(method.getName()), arguments)
                        : nothing(method.getReturnType())));
    }

    @SuppressWarnings("unchecked")
    private static Object given(Object answer, Object[] arguments) {
        if (answer instanceof Function<?, ?> function) {
            return ((Function<Object, Object>) function).apply(arguments[0]);
        }
        return answer instanceof Supplier<?> supplier ? supplier.get() : answer;
    }

    private static Object nothing(Class<?> type) {
        if (type == Stream.class) {
            return Stream.empty();
        }
        return type == boolean.class ? Boolean.FALSE : null;
    }
}
