package city.plaza.local.service;

import java.io.IOException;
import java.nio.file.Path;

import city.plaza.local.cache.CachedProgram;
import city.plaza.local.suite.Home;
import city.plaza.local.suite.Program;
import city.plaza.local.topology.Ports;
import city.plaza.local.topology.Service;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class BootServiceTests {

	@TempDir
	Path repository;

	/** The run that makes the class cache stands beside the instance that serves. */
	@ParameterizedTest
	@EnumSource
	void isTrainedOnPortsOfItsOwnWhereNoRequestAndNoEventFindsIt(Service service) throws IOException {
		Home home = new Home(this.repository.resolve("home"));
		CachedProgram serving = (CachedProgram) new Services(this.repository, home, new Ports(0), false).all()
			.get(service.ordinal());
		Home own = home.trial(service.module());
		Program training = serving.training(own);
		assertThat(training.name()).isEqualTo(serving.name());
		assertThat(training.ports()).hasSameSizeAs(serving.ports()).doesNotContainAnyElementsOf(serving.ports());
		assertThat(training.environment()).containsEntry("PORT", Integer.toString(training.port()))
			.containsKey("PLAZA_MANAGEMENT_PORT")
			.containsEntry("EUREKA_CLIENT_REGISTERWITHEUREKA", "false");
		assertThat(training.environment().get("PLAZA_KAFKA_SERVERS"))
			.isNotEqualTo(serving.environment().get("PLAZA_KAFKA_SERVERS"));
		assertThat(training.command()).containsAll(serving.cache().make()).endsWith(serving.command().getLast());
		assertThat(own.owns(service.module(), String.join(" ", training.command()))).isTrue();
		assertThat(home.owns(service.module(), String.join(" ", training.command()))).isFalse();
	}

}
