package city.plaza.platform.guard;

import java.util.List;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What settings production refuses. A module lists its rules in
 * {@code META-INF/spring.factories}; all of them are asked before the first bean is made.
 */
@FunctionalInterface
public interface ProductionRule {

	/**
	 * Looks at the settings of a process that is about to start.
	 * @param environment of the process
	 * @return a sentence for each refused setting that names it and never shows a secret;
	 * empty where all is well
	 */
	List<String> violations(ConfigurableEnvironment environment);

}
