package city.plaza.platform.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Issues certificates for a test, by the JDK's keytool. */
public final class TestAuthority {

	private static final String PASSWORD = "of-a-test";

	private final Path directory;

	private final String name;

	private final AtomicInteger issued = new AtomicInteger();

	/**
	 * Makes an authority that nobody else knows.
	 * @param directory where its files are written
	 * @param name a word, unlike that of any other authority in the directory
	 */
	public TestAuthority(Path directory, String name) {
		this.directory = directory;
		this.name = name;
		keytool("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-alias", name, "-dname", "CN=" + name,
				"-ext", "bc:c", "-validity", "2", "-keystore", store(name));
		keytool("-exportcert", "-rfc", "-alias", name, "-keystore", store(name), "-file", pem(name).toString());
	}

	/** Its own certificate, in PEM. */
	public Path certificate() {
		return pem(this.name);
	}

	/**
	 * Issues a certificate.
	 * @param host the DNS name that it proves
	 */
	public Identity issue(String host) {
		String file = this.name + "-" + this.issued.incrementAndGet();
		Path request = this.directory.resolve(file + ".csr");
		keytool("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-alias", file, "-dname", "CN=" + host,
				"-validity", "2", "-keystore", store(file));
		keytool("-certreq", "-alias", file, "-keystore", store(file), "-file", request.toString());
		keytool("-gencert", "-rfc", "-alias", this.name, "-ext", "san=dns:" + host, "-validity", "2", "-keystore",
				store(this.name), "-infile", request.toString(), "-outfile", pem(file).toString());
		return new Identity(pem(file), privateKey(file));
	}

	/** Trusts what this authority issued, and nothing else. */
	public SSLContext trust() {
		try (InputStream pem = Files.newInputStream(certificate())) {
			KeyStore trusted = KeyStore.getInstance("PKCS12");
			trusted.load(null, null);
			trusted.setCertificateEntry(this.name, CertificateFactory.getInstance("X.509").generateCertificate(pem));
			TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			trust.init(trusted);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, trust.getTrustManagers(), null);
			return context;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Path privateKey(String file) {
		Path key = this.directory.resolve(file + ".key");
		try {
			KeyStore keys = KeyStore.getInstance(Path.of(store(file)).toFile(), PASSWORD.toCharArray());
			byte[] encoded = keys.getKey(file, PASSWORD.toCharArray()).getEncoded();
			Files.writeString(key, "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(encoded)
					+ "\n-----END PRIVATE KEY-----\n");
			return key;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String store(String file) {
		return this.directory.resolve(file + ".p12").toString();
	}

	private Path pem(String file) {
		return this.directory.resolve(file + ".pem");
	}

	private static void keytool(String... options) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
		command.addAll(List.of(options));
		command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (process.waitFor() != 0) {
				throw new IllegalStateException(String.join(" ", command) + ": " + output);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What a server shows to prove its name.
	 *
	 * @param certificate in PEM
	 * @param privateKey in PEM
	 */
	public record Identity(Path certificate, Path privateKey) {
	}

}
