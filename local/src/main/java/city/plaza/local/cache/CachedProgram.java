package city.plaza.local.cache;

import java.io.IOException;

import city.plaza.local.suite.Home;
import city.plaza.local.suite.Program;

/** A program that starts from a cache of its classes, where there is one. */
public interface CachedProgram extends Program {

	/** Where the cache lies or will lie. */
	ClassCache cache();

	/**
	 * The same program once more, beside the one that serves: on ports of its own, and
	 * nobody's request reaches it. It writes the cache when it ends.
	 * @param home its own; what it keeps there goes with it
	 */
	Program training(Home home) throws IOException;

}
