package city.plaza.platform.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the problems that an operation may respond with, beside those that every
 * operation of its form has (see {@code CommonProblems}).
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Problems {

	/** Classes with a constructor without arguments. */
	Class<? extends ProblemSamples>[] value();

}
