package city.plaza.platform.failure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The causes of an error, described without their messages: those may quote data. */
public final class Causes {

	private static final String PLAZA = "city.plaza.";

	private Causes() {
	}

	/**
	 * The error and its causes, each once: two errors may name each other.
	 * @param error any
	 * @return the error first, its root last
	 */
	public static List<Throwable> all(Throwable error) {
		Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		List<Throwable> all = new ArrayList<>();
		for (Throwable cause = error; cause != null && seen.add(cause); cause = cause.getCause()) {
			all.add(cause);
		}
		return all;
	}

	/**
	 * Whether the error or one of its causes passes the test.
	 * @param error any
	 * @param test of one of them
	 * @return whether one passes
	 */
	public static boolean any(Throwable error, Predicate<Throwable> test) {
		return all(error).stream().anyMatch(test);
	}

	/**
	 * The first cause.
	 * @param error any
	 * @return the error itself where it has no cause
	 */
	public static Throwable root(Throwable error) {
		return all(error).getLast();
	}

	/**
	 * The classes of the error and its root: a message could quote an event's body.
	 * @param error any
	 * @return their simple names
	 */
	public static String name(Throwable error) {
		String outer = simpleName(error);
		String root = simpleName(root(error));
		return outer.equals(root) ? outer : outer + " caused by " + root;
	}

	/**
	 * The line of Plaza's code that it passed, such as {@code ApplyLink.apply:42}: of the
	 * root, or else of the next error around it that passed any.
	 * @param error any
	 * @return {@code unknown} where it passed none
	 */
	public static String place(Throwable error) {
		for (Throwable cause : all(error).reversed()) {
			for (StackTraceElement frame : cause.getStackTrace()) {
				if (frame.getClassName().startsWith(PLAZA)) {
					String type = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
					return type + "." + frame.getMethodName() + ":" + frame.getLineNumber();
				}
			}
		}
		return "unknown";
	}

	/** An anonymous class has none of its own. */
	private static String simpleName(Throwable error) {
		String name = error.getClass().getSimpleName();
		return name.isEmpty() ? error.getClass().getName().replaceFirst(".*\\.", "") : name;
	}

}
