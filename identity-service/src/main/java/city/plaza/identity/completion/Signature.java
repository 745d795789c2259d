package city.plaza.identity.completion;

import org.jspecify.annotations.Nullable;

/**
 * What a resident signs with.
 *
 * @param name typed
 * @param method typed only, or drawn as well
 * @param drawing null where only typed
 */
record Signature(String name, Method method, @Nullable Drawing drawing) {

	/** How it was made. */
	enum Method {

		/** The typed name is the signature. */
		TYPED,
		/** Drawn beside the typed name. */
		DRAWN

	}

	@Override
	public String toString() {
		return "Signature[method=" + this.method + "]";
	}

}
