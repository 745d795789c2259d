package city.plaza.systemtests;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test that visits the one running suite, beside others that do: it brings residents,
 * customers and bills of its own, and counts nothing that others may add to.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock(value = OnRunningSuite.SUITE, mode = ResourceAccessMode.READ)
@interface OnRunningSuite {

	/** Whoever kills its processes locks it for writing. */
	String SUITE = "suite";

	/**
	 * Of the payments that no export has yet: two exports at once would share them out.
	 */
	String EXPORTS = "exports";

}
