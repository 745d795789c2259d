package city.plaza.platform.events;

import java.util.function.Predicate;

/** Looks into what an error was caused by; tells of it without what it may quote. */
final class Causes {

	private static final String OURS = "city.plaza.";

	private Causes() {
	}

	static boolean any(Throwable error, Predicate<Throwable> test) {
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			if (test.test(cause)) {
				return true;
			}
		}
		return false;
	}

	static Throwable root(Throwable error) {
		Throwable cause = error;
		while (cause.getCause() != null) {
			cause = cause.getCause();
		}
		return cause;
	}

	/** The classes of the error and its root: a message could quote an event's body. */
	static String name(Throwable error) {
		String outer = error.getClass().getSimpleName();
		String root = root(error).getClass().getSimpleName();
		return outer.equals(root) ? outer : outer + " caused by " + root;
	}

	/** The line of ours that it came by, such as {@code ApplyLink.apply:42}. */
	static String place(Throwable error) {
		for (StackTraceElement frame : root(error).getStackTrace()) {
			if (frame.getClassName().startsWith(OURS)) {
				String type = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
				return type + "." + frame.getMethodName() + ":" + frame.getLineNumber();
			}
		}
		return "unknown";
	}

}
