package city.plaza.portal.page;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.expression.AccessException;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.PropertyAccessor;
import org.springframework.expression.TypedValue;

/**
 * Reads what templates show of our own types, such as {@code bill.payBy}, by the method
 * of that name. Spring reads it in the same way but looks for the method at each use,
 * which was a sixth of the work for a list of bills. All else is left to Spring: other
 * types, and names for which there is a {@code get} or an {@code is}.
 */
final class OwnTypes implements PropertyAccessor {

	static final OwnTypes INSTANCE = new OwnTypes();

	private static final String OURS = "city.plaza.";

	private static final MethodType ANY = MethodType.methodType(Object.class, Object.class);

	private static final ClassValue<Map<String, MethodHandle>> METHODS = new ClassValue<>() {

		@Override
		protected Map<String, MethodHandle> computeValue(Class<?> type) {
			return type.getName().startsWith(OURS) ? methods(type) : Map.of();
		}

	};

	private OwnTypes() {
	}

	@Override
	public Class<?> @Nullable [] getSpecificTargetClasses() {
		return null;
	}

	@Override
	public boolean canRead(EvaluationContext context, @Nullable Object target, String name) {
		return target != null && METHODS.get(target.getClass()).containsKey(name);
	}

	@Override
	public TypedValue read(EvaluationContext context, @Nullable Object target, String name) throws AccessException {
		MethodHandle method = (target != null) ? METHODS.get(target.getClass()).get(name) : null;
		if (method == null) {
			throw new AccessException("No " + name + " of this type is ours");
		}
		try {
			return new TypedValue((Object) method.invokeExact(target));
		}
		catch (Throwable ex) {
			throw new AccessException("Cannot read " + name,
					(ex instanceof Exception failure) ? failure : new IllegalStateException(ex));
		}
	}

	@Override
	public boolean canWrite(EvaluationContext context, @Nullable Object target, String name) {
		return false;
	}

	@Override
	public void write(EvaluationContext context, @Nullable Object target, String name, @Nullable Object value)
			throws AccessException {
		throw new AccessException("Templates change nothing");
	}

	private static Map<String, MethodHandle> methods(Class<?> type) {
		Set<String> all = Stream.of(type.getMethods())
			.map((method) -> method.getName().toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
		Map<String, MethodHandle> methods = new HashMap<>();
		for (Method method : type.getMethods()) {
			String name = method.getName().toLowerCase(Locale.ROOT);
			if (isReadable(method) && !all.contains("get" + name) && !all.contains("is" + name)) {
				methods.put(method.getName(), handle(method));
			}
		}
		return Map.copyOf(methods);
	}

	private static boolean isReadable(Method method) {
		return method.getParameterCount() == 0 && method.getReturnType() != void.class && !method.isBridge()
				&& !Modifier.isStatic(method.getModifiers()) && method.getDeclaringClass().getName().startsWith(OURS);
	}

	private static MethodHandle handle(Method method) {
		try {
			// Types of other packages are not visible here.
			method.setAccessible(true);
			return MethodHandles.lookup().unreflect(method).asType(ANY);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
