package city.plaza.benchmarks;

import java.io.IOException;

import city.plaza.benchmarks.report.Report;
import city.plaza.benchmarks.suite.Suite;

/** One question, and how its figure is found. */
interface Benchmark {

	/** The question in a sentence. */
	String question();

	/** Measures, and shows what it finds. */
	void measure(Suite suite, Report report) throws IOException, InterruptedException;

}
