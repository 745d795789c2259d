package city.plaza.local.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** TCP ports on which nothing listens at this moment. */
public final class FreePorts {

	private FreePorts() {
	}

	/** Some of them, each another. */
	public static List<Integer> some(int count) throws IOException {
		List<ServerSocket> open = new ArrayList<>();
		try {
			for (int i = 0; i < count; i++) {
				open.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
			}
			return open.stream().map(ServerSocket::getLocalPort).toList();
		}
		finally {
			for (ServerSocket socket : open) {
				socket.close();
			}
		}
	}

}
