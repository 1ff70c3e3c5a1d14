package dev.offsession.parts.process;

import java.io.File;

/**
 * The socket by which tools attach to a JVM. With {@code -Xrs} a JVM on Linux opens it at its start
 * (HotSpot's attachListener_posix.cpp), and one that is killed leaves it behind.
 */
record AttachSocket(File file) {

  static AttachSocket of(long pid) {
    return new AttachSocket(new File("/tmp/.java_pid" + pid));
  }

  void remove() {
    file.delete();
  }
}
