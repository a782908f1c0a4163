// Table: East Asian widths of Unicode 15.1 as runs: length in base 36, and class.
export const widthRuns =
  `w:N 2n:Na y:N 1:A 2:Na 1:A 2:Na 2:A 1:N 1:A 1:N 1:Na 2:A 1:Na 5:A 1:N 5:A 1:N 4:A 6:N 1:A 9:N 1:A 6:N
  2:A 5:N 4:A 4:N 1:A 1:N 3:A 1:N 2:A 2:N 1:A 1:N 2:A 3:N 4:A 1:N 1:A 1:N 1:A 2:N 1:A f:N 1:A 1:N 1:A 7:N
  1:A a:N 2:A 3:N 1:A 5:N 3:A 4:N 1:A 6:N 4:A 1:N 1:A 3:N 4:A 1:N 1:A 4:N 2:A i:N 2:A 3:N 1:A 2q:N 1:A 1:N
  1:A 1:N 1:A 1:N 1:A 1:N 1:A 1:N 1:A 1:N 1:A 1:N 1:A 38:N 1:A f:N 1:A 2q:N 1:A 2:N 1:A 1:N 3:A 1:N 1:A
  2:N 1:A 7:N 4:A 1:N 1:A 1:N 1:A w:N 34:A x:N h:A 1:N 7:A 7:N h:A 1:N 7:A 1j:N 1:A e:N 1s:A 1:N 1:A 2i6:N
  2o:W 2wg:N 1:A 2:N 4:A 1:N 2:A 2:N 2:A 2:N 3:A 1:N 4:A 8:N 1:A 1:N 2:A 1:N 1:A 5:N 1:A 2:N 1:A 1h:N 1:A
  a:N 1:A 1:N 4:A 10:N 1:H 2:N 1:A 2e:N 1:A 1:N 1:A 3:N 1:A 9:N 1:A 2:N 1:A a:N 2:A 3:N 1:A 4:N 1:A 13:N
  2:A 6:N 4:A 1:N c:A 4:N a:A f:N 1:A 6:N a:A u:N 2:A o:N 1:A 1:N 1:A i:N 1:A o:N 1:A 1:N 2:A 3:N 2:A 2:N
  1:A 3:N 1:A 1:N 1:A 3:N 1:A 4:N 1:A 2:N 4:A 2:N 1:A 1:N 1:A 1:N 6:A 1:N 1:A 5:N 4:A 4:N 2:A a:N 1:A 3:N
  1:A 5:N 1:A d:N 2:A 2:N 4:A 2:N 2:A 2:N 2:A i:N 2:A 2:N 2:A d:N 1:A 3:N 1:A b:N 1:A p:N 1:A 2a:N 1:A 7:N
  2:W d:N 2:W 5a:N 4:W 3:N 1:W 2:N 1:W 30:N 3u:A 1:N 2p:A 4:N 10:A c:N g:A 2:N 4:A a:N 2:A 1:N 7:A 8:N 2:A
  2:N 2:A 4:N 2:A 2:N 2:A 4:N 3:A 2:N 1:A 2:N 4:A g:N 4:A 9:N 1:A d:N 2:W 6:N 2:A 2:N 1:A 4:N 2:A 4:N 2:W
  6:N 1:A 1:N 1:A x:N 1:A 1:N 1:A 5:N c:W c:N 2:A 1:N 3:A 1:N 4:A 1:N 2:A 1:N 1:A f:N 1:W j:N 1:W a:N 2:A
  1:N 1:W 8:N 2:W h:N 2:W 1:A 4:N 2:W 8:A 1:W 5:A 1:W d:A 1:N 1:A 4:N 2:A 1:W 7:A 2:W 1:A 1:W 4:A 1:W 2:A
  1:W 2:A 5:N 1:W 4:N 2:W s:N 1:W k:N 1:A e:N 1:W 1:N 1:W 4:N 3:W 1:N 1:W u:N a:A l:N 3:W o:N 1:W e:N 1:W
  12:N 8:Na bb:N 2:Na b8:N 2:W 1f:N 1:W 4:N 1:W 4:A me:N q:W 1:N 2h:W c:N 5y:W q:N g:W 1:F 1q:W 2:N 2e:W
  2:N 2v:W 5:N 17:W 1:N 2m:W 1:N 2c:W b:N 1c:W 1:N 14:W 8:A 5f4:W 1s:N h3h:W 3:N 1j:W wp:N t:W hv:N 8mc:W
  1ng:N 4xs:A e8:W lc:N g:A a:W m:N z:W 1:N j:W 1:N 4:W 45:N 2o:F 2m:H 3:N 6:H 2:N 6:H 2:N 6:H 2:N 3:H 3:N
  7:F 1:N 7:H e:N 1:A m3m:N 5:W b:N 2:W e:N 4qg:W 8:N ye:W 16:N 9:W 6w7:N 4:W 1:N 7:W 1:N 2:W 1:N 83:W f:N
  1:W t:N 3:W 2:N 1:W e:N 4:W 8:N b0:W c20:N 1:W 5m:N 1:W 1c:N b:A 5:N u:A 2:N 1m:A 6:N u:A 1:W 2:A a:W
  i:A 2b:N 3:W d:N 18:W 4:N 9:W 7:N 2:W e:N 6:W 4a:N x:W c:N 9:W 1:N 1y:W 1:N m:W c:N 17:W 4:N 5:W c:N h:W
  3:N 1:W 3:N 1z:W 1:N 1:W 1:N 57:W 2:N 1r:W d:N 4:W 1:N o:W i:N 1:W q:N 2:W d:N 1:W 2e:N 2d:W 1c:N 1y:W
  6:N 1:W 3:N 3:W 2:N 3:W 4:N 4:W b:N 2:W 7:N 9:W 6b:N c:W 4:N 1:W 7v:N 1b:W 1:N a:W 1:N 55:W 34:N d:W 3:N
  9:W 7:N 1a:W 1:N 7:W 8:N e:W 4:N 9:W 7:N 9:W zr:N 1eke:W 2:N 1eke:W e1vm:N 6o:A 1e6o:N 1eke:A 2:N 1eke:A
  2:N`
