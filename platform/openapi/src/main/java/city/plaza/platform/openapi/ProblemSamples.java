package city.plaza.platform.openapi;

import java.util.List;

import city.plaza.platform.problem.Problem;
import city.plaza.platform.problem.ProblemException;

/**
 * One of each problem that an operation can respond with, made by the code that makes
 * them in earnest: the API description shows them as examples.
 */
@FunctionalInterface
public interface ProblemSamples {

	List<Problem> list();

	/**
	 * The problem that a broken request is refused with.
	 * @param request throws a {@link ProblemException}
	 * @return what it carries
	 * @throws IllegalStateException if the request is accepted
	 */
	static Problem thrownBy(Runnable request) {
		try {
			request.run();
		}
		catch (ProblemException refused) {
			return refused.problem();
		}
		throw new IllegalStateException("The sample of a refused request was accepted");
	}

}
