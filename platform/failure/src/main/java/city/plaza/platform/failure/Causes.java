package city.plaza.platform.failure;

import java.util.function.Predicate;

/** The causes of an error, described without their messages: those may quote data. */
public final class Causes {

	private static final String PLAZA = "city.plaza.";

	private Causes() {
	}

	/**
	 * Whether the error or one of its causes passes the test.
	 * @param error any
	 * @param test of one of them
	 * @return whether one passes
	 */
	public static boolean any(Throwable error, Predicate<Throwable> test) {
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			if (test.test(cause)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The first cause.
	 * @param error any
	 * @return the error itself where it has no cause
	 */
	public static Throwable root(Throwable error) {
		Throwable cause = error;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		return cause;
	}

	/**
	 * The classes of the error and its root: a message could quote an event's body.
	 * @param error any
	 * @return their simple names
	 */
	public static String name(Throwable error) {
		String outer = error.getClass().getSimpleName();
		String root = root(error).getClass().getSimpleName();
		return outer.equals(root) ? outer : outer + " caused by " + root;
	}

	/**
	 * The line of Plaza's code that it passed, such as {@code ApplyLink.apply:42}.
	 * @param error any
	 * @return {@code unknown} where it passed none
	 */
	public static String place(Throwable error) {
		for (StackTraceElement frame : root(error).getStackTrace()) {
			if (frame.getClassName().startsWith(PLAZA)) {
				String type = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
				return type + "." + frame.getMethodName() + ":" + frame.getLineNumber();
			}
		}
		return "unknown";
	}

}
